import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listRoutes } from '#tests/e2e/permissions/route-list'
import { personaNames, type Persona } from '#tests/e2e/permissions/personas'
import { caseTable, makeCases, unknownCase } from '#tests/security/states/case-states'
import { namings } from '#tests/security/states/named-in-forms'
import { askEach, outcomeOf, saidOf, signInEverybody, type People } from '#tests/security/states/people'
import { makeSites, siteTable, unknownSite } from '#tests/security/states/site-states'
import {
  elsewhere,
  expectedOf,
  refusalOf,
  strangersOf,
  type StateTable,
  type Subject,
} from '#tests/security/states/table'
import { makeThings, thingTables } from '#tests/security/states/thing-states'
import { OwnProduct } from '#tests/setup/own-product'

/*
 * What the permission matrix asks of one object, asked of objects in every state they can be in; and whether the id of
 * somebody else's object is answered in any other way than an id of nothing.
 */
let product: OwnProduct
let people: People
const subjects: Record<string, Subject[]> = {}
let lastEntry = '0'

beforeAll(async () => {
  product = await OwnProduct.make(null)
  await product.start()
  people = await signInEverybody(product)
  subjects.site = await makeSites(product, people)
  subjects.case = await makeCases(product)
  Object.assign(subjects, await makeThings(product))
  const [last] = await product.ask<{ id: string }>('SELECT max(id)::text AS id FROM "LedgerEntry"')
  lastEntry = last?.id ?? '0'
})
afterAll(() => product?.remove())

const kinds: [kind: string, table: StateTable, unknown: string][] = [
  ['site', siteTable, unknownSite],
  ['case', caseTable, unknownCase],
  ...Object.entries(thingTables).map(([kind, table]): [string, StateTable, string] => [kind, table, randomUUID()]),
]

it('every route that names an object is asked in each of its states', () => {
  const named = listRoutes().flatMap(({ pattern }) => (/:(?!lang\b)/.test(pattern) ? pattern : []))
  const asked = kinds.flatMap(([, table]) => Object.keys(table).map((name) => name.split(' ')[0] ?? ''))
  expect([...new Set([...asked, ...Object.keys(elsewhere)])].sort()).toEqual(named.sort())
})

describe.each(kinds)('a %s in each of its states', (kind, table, unknown) => {
  it.each(Object.entries(table))('GET %s', async (pattern, row) => {
    for (const [place, { state, id }] of (subjects[kind] ?? []).entries()) {
      const asked = someOf(personaNames, place + pattern.length)
      const expected = expectedOf(row, state)
      const found = await askEach(asked, async (one) => outcomeOf(await clientOf(one).get(row.path(id))))
      expect([state, found]).toEqual([state, asked.map((one) => [one, expected[one]])])
    }
  })

  it.each(postsOf(table))('POST $name is nothing to strangers', async ({ row, form }) => {
    const ask = (persona: Persona, id: string) => clientOf(persona).post(row.path(id), form)
    const aboutNothing = new Map(await askEach(personaNames, async (one) => saidOf(await ask(one, unknown))))
    for (const [place, { state, id }] of (subjects[kind] ?? []).entries()) {
      const asked = someOf(strangersOf(row, state), place + (form.intent ?? '').length)
      for (const [persona, answer] of await askEach(asked, (one) => ask(one, id))) {
        expect([state, persona, outcomeOf(answer)]).toEqual([state, persona, refusalOf(row, persona)])
        expect(saidOf(answer), `${persona}, ${state}`).toBe(aboutNothing.get(persona))
      }
    }
  })
})

describe("an id of somebody else's is answered as one of nothing", () => {
  it.each(namings)('$name ($who)', async ({ who, unknown, find, path, form }) => {
    const ask = (id: string) => (form ? clientOf(who).post(path(id), form(id)) : clientOf(who).get(path(id)))
    const theirs = await ask(await find(product))
    expect(saidOf(theirs)).toBe(saidOf(await ask(unknown)))
  })
})

describe('an invitation', () => {
  const states = { pending: 'page', canceled: 'elsewhere', accepted: 'elsewhere', expired: 'elsewhere' } as const

  it.each(Object.entries(states))('that is %s lets nobody in who was not invited', async (state, outcome) => {
    const token = randomUUID()
    await product.ask(
      `INSERT INTO invitation ("organizationId", email, role, status, "expiresAt", "inviterId", "tokenHash")
       SELECT o.id, 'invited@example.kz', 'spk_head', CASE WHEN $1 = 'expired' THEN 'pending' ELSE $1 END,
         now() + CASE WHEN $1 = 'expired' THEN interval '-1 day' ELSE interval '1 day' END, u.id, $2
       FROM organization o, "user" u WHERE o.slug = 'spk-saryarka' AND u.email = 'admin@demo.demo'`,
      [state, createHash('sha256').update(token).digest('hex')],
    )
    const path = `/ru/invitations/${token}`
    const found = await askEach(personaNames, async (one) => outcomeOf(await clientOf(one).get(path)))
    expect(found).toEqual(personaNames.map((one) => [one, outcome]))
    const signedIn = personaNames.filter((one) => one !== 'visitor')
    const joined = await askEach(signedIn, (one) => clientOf(one).post(path, { intent: 'join' }))
    for (const [persona, { headers }] of joined) {
      expect([persona, headers.get('location')]).toEqual([persona, persona === 'auditor' ? null : path])
    }
    if (state === 'pending') return
    const account = { name: 'Чужой Человек', password: 'dala-zheli-7-kun', repeat: 'dala-zheli-7-kun' }
    expect((await clientOf('visitor').post(path, account)).headers.get('location')).toContain(path)
  })
})

/** Rows of these are what the strangers of this test could have changed. */
const tables = [
  ...['Site', 'SiteVersion', 'SiteFile', 'SiteBundle', 'ReviewRemark', 'ImportBatch', 'ValueQuestion', 'AkimatRequest'],
  ...['Inquiry', 'InquiryPart', 'InquiryEvent', 'InquiryMessage', 'InquiryAttachment', 'InquiryRating', 'Visit'],
  ...[
    'WebhookEndpoint',
    'WebhookDelivery',
    'Brief',
    'Watch',
    'Favourite',
    'OfficerAbsence',
    'Notice',
    'member',
    'user',
  ],
]

describe('after all that', () => {
  it('nothing of others has changed', async () => {
    const written = await product.ask(
      `SELECT DISTINCT actor, "tableName", operation, "rowKey" FROM "LedgerEntry"
       WHERE id > $1 AND (actor = 'visitor' OR actor LIKE 'person:%') AND "tableName" = ANY($2)`,
      [lastEntry, tables],
    )
    expect(written).toEqual([])
  })

  const all = kinds.flatMap(([kind, table]) => postsOf(table).map((post) => ({ kind, ...post })))
  it.each(all)('POST $name reaches its command for those who have the right', async ({ kind, row, form }) => {
    const statuses: number[] = []
    for (const { state, id } of subjects[kind] ?? []) {
      const strangers = strangersOf(row, state)
      const mayPost = personaNames.filter((one) => !strangers.includes(one)).at(-1)
      if (mayPost) statuses.push((await clientOf(mayPost).post(row.path(id), form)).status)
    }
    // Done, or refused by the state it is in: the form was well made and the object was there.
    expect(statuses.filter((status) => status < 400 || status === 409)).not.toEqual([])
  })
})

/** Every sixth of them, other ones in the next state; all with OBJECT_STATES=all, which takes four times as long. */
function someOf(personas: readonly Persona[], turn: number): readonly Persona[] {
  return process.env.OBJECT_STATES === 'all' ? personas : personas.filter((_, place) => (place + turn) % 6 === 0)
}

function clientOf(persona: Persona) {
  const client = people.get(persona)
  if (client === undefined) throw new Error(`${persona} is not signed in`)
  return client
}

function postsOf(table: StateTable) {
  return Object.entries(table).flatMap(([pattern, row]) =>
    (row.forms ?? []).map((form, place) => ({
      name: [pattern, form.intent ?? `form ${place}`, form.step ?? form.status ?? ''].join(' '),
      ...{ row, form },
    })),
  )
}
