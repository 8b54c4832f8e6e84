import { visitor, type Person } from '#app/domain/accounts/model'
import { keepInquiry } from '#app/domain/inquiries/commands/keep-inquiry.server'
import { findTopics } from '#app/domain/inquiries/queries/watched.server'
import { addOfficial, addReference, addSite, openCase, type OpenCase } from '#tests/builders/inquiry-world'
import { addPerson, signedIn } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { beforeAll, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

let opened: OpenCase
let officer: Person
let stranger: Person
let auditor: Person
let owner: Person

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
  stranger = await addOfficial(db, 'spk-tobol', 'spk_officer', 'Сергей Ким')
  auditor = await signedIn(db, (await addPerson(db, { platformRole: 'auditor' })).id)
  owner = await signedIn(db, (await addPerson(db)).id)
  opened = await openCase()
  await keepInquiry(owner, opened.address)
})

/** Kinds of the topics, or null when the page is not theirs to see. */
async function kindsFor(...[actor, watching]: Parameters<typeof findTopics>): Promise<string[] | null> {
  const topics = await findTopics(actor, watching)
  return topics && [...topics].map((topic) => topic.split(':')[0] ?? '').sort()
}

describe('who hears of what', () => {
  it('a visitor hears of nothing but the inquiry whose key they have', async () => {
    const { number, key } = opened.address
    const hears = (inquiry: { number: string; key: string | null }) => kindsFor(visitor, { part: null, inquiry })
    expect(await kindsFor(visitor, { part: null, inquiry: null })).toEqual([])
    expect(await hears({ number, key })).toEqual(['case'])
    expect(await hears({ number, key: null })).toBeNull()
    expect(await hears({ number, key: `${key.slice(0, -1)}x` })).toBeNull()
    expect(await hears({ number: '2026-99999', key })).toBeNull()
    expect(await kindsFor(visitor, { part: opened.ref, inquiry: null })).toBeNull()
  })

  it('an investor hears of what is kept in the account, another one does not', async () => {
    const inquiry = { number: opened.address.number, key: null }
    expect(await kindsFor(owner, { part: null, inquiry })).toEqual(['case', 'person'])
    expect(await kindsFor(stranger, { part: null, inquiry })).toBeNull()
    expect(await kindsFor(owner, { part: opened.ref, inquiry: null })).toBeNull()
  })

  it('an official hears of the cases of the own body only, the auditor of any', async () => {
    expect(await kindsFor(officer, { part: null, inquiry: null })).toEqual(['body', 'person'])
    expect(await kindsFor(officer, { part: opened.ref, inquiry: null })).toEqual(['body', 'case', 'person'])
    expect(await kindsFor(stranger, { part: opened.ref, inquiry: null })).toBeNull()
    expect(await kindsFor(officer, { part: { ...opened.ref, part: 2 }, inquiry: null })).toBeNull()
    expect(await kindsFor(auditor, { part: opened.ref, inquiry: null })).toEqual(['case', 'person'])
  })
})
