import type { APIRequestContext, APIResponse } from 'playwright/test'
import { startDraft } from '#tests/e2e/drafts'
import { fingerprint } from '#tests/e2e/permissions/fingerprint'
import { findCases, findObjects, makeObjects, type MadeObject } from '#tests/e2e/permissions/find-objects'
import { intents } from '#tests/e2e/permissions/intents'
import { matrix } from '#tests/e2e/permissions/matrix'
import { personaNames, personas, type Persona } from '#tests/e2e/permissions/personas'
import { bodies, deskPaths, mayReach, publicPaths, siteStates, type SiteState } from '#tests/e2e/permissions/states'
import { expect, test } from '#tests/e2e/product-test'
import { openSession } from '#tests/e2e/sessions'

/** A door that is shut is shut alike for what is there and for what is not: the same words, the same headers. */
const sessions = new Map<Persona, APIRequestContext>()
const missingCase = '2026-99999/1'
const origin = () => ({ origin: process.env.E2E_URL ?? '' })

const get = (session: APIRequestContext, path: string) => session.get(path)
const post = (session: APIRequestContext, path: string, form: Record<string, string>) =>
  session.post(path, { form, headers: origin() })

type Shut = { path: string; missing: string; own: string[]; form?: Record<string, string> }

/** Fails unless the persona is answered as for an object that never was. */
async function expectShut(persona: Persona, { path, missing, own, form }: Shut): Promise<void> {
  const session = sessionOf(persona)
  const ask = (address: string) => (form ? post(session, address, form) : get(session, address))
  const [answer, other] = await Promise.all([ask(path), ask(missing)])
  expect(isShut(persona, answer), `${persona} ${form ? 'POST' : 'GET'} ${path}: ${answer.status()}`).toBe(true)
  expect(await fingerprint(answer, own), `${persona} ${path} tells that it is there`).toBe(
    await fingerprint(other, own),
  )
}

function isShut(persona: Persona, answer: APIResponse): boolean {
  const isSignIn = answer.status() === 401 || (answer.headers().location ?? '').includes('/sign-in')
  return answer.status() === 404 || (persona === 'visitor' && isSignIn)
}

/** Fails when a door is shut to who has the right; what the state of the object says then is another matter. */
async function expectOpen(persona: Persona, path: string): Promise<void> {
  const answer = await get(sessionOf(persona), path)
  expect(answer.status(), `${persona} ${path}`).toBeLessThan(400)
  expect(answer.headers().location ?? '', `${persona} ${path}`).not.toContain('/sign-in')
}

function sessionOf(persona: Persona): APIRequestContext {
  const session = sessions.get(persona)
  if (!session) throw new Error(`No session of ${persona}`)
  return session
}

test.describe('who may see and change what, by the state it is in', () => {
  test.describe.configure({ mode: 'default' })

  test.beforeAll(async () => {
    for (const persona of personaNames) {
      sessions.set(persona, await openSession(process.env.E2E_URL ?? '', personas[persona]))
    }
  })

  test.afterAll(async () => {
    for (const session of sessions.values()) await session.dispose()
  })

  for (const [state, site] of Object.entries(siteStates)) {
    test(`a site: ${state}`, async () => {
      test.setTimeout(180_000)
      await checkPublic(site)
      await Promise.all(personaNames.map((persona) => checkDesk(persona, site)))
    })
  }

  test('a site: a draft that was discarded', async () => {
    test.setTimeout(180_000)
    const number = await startDraft(sessionOf('editor'))
    await post(sessionOf('editor'), `/ru/akimat/sites/${number}`, { intent: 'discard' })
    const site = { number, place: null, isPublic: false }
    await checkPublic(site)
    await Promise.all(personaNames.map((persona) => checkDesk(persona, site)))
  })

  test('a case, in every state there is', async () => {
    test.setTimeout(180_000)
    const cases = await findCases(sessions)
    expect(cases.map(({ body }) => body)).toEqual(expect.arrayContaining(['saryarka', 'tobol', 'another']))
    for (const { path, body } of cases) {
      await Promise.all(personaNames.map((persona) => checkCase(persona, path, body)))
    }
  })

  test('what only its owner, its town or its key opens', async () => {
    test.setTimeout(180_000)
    for (const made of await makeObjects(sessions)) {
      await Promise.all(personaNames.map((persona) => checkMade(persona, made)))
    }
  })

  test('every intent of every form, to who may not send it', async () => {
    test.setTimeout(180_000)
    const objects = await findObjects(sessions)
    for (const [pattern, names] of Object.entries(intents)) {
      const row = matrix[pattern]
      const expected = row?.post
      if (!row || !expected || expected === 'ends_the_session') continue
      const refused = personaNames.filter((persona) => ['hidden', 'sign_in'].includes(expected[persona]))
      for (const intent of names) {
        await Promise.all(
          refused.map(async (persona) => {
            const answer = await post(sessionOf(persona), row.path(objects), { ...row.form, intent })
            expect(isShut(persona, answer), `${persona} ${intent} ${row.path(objects)}: ${answer.status()}`).toBe(true)
          }),
        )
      }
    }
  })
})

async function checkPublic({ number, isPublic }: SiteState): Promise<void> {
  for (const path of publicPaths(number)) {
    const asked: Persona[] = path.endsWith('.pdf') ? ['visitor', 'otherEditor'] : [...personaNames]
    await Promise.all(
      asked.map(async (persona) => {
        if (isPublic) return expectOpen(persona, path)
        const missing = path.replace(number, 'BLQ-9998')
        return expectShut(persona, { path, missing, own: [number, 'BLQ-9998', number.toLowerCase()] })
      }),
    )
  }
}

async function checkDesk(persona: Persona, { number, place }: SiteState): Promise<void> {
  const missing = 'BLQ-9998'
  for (const { pattern, path, read, write } of deskPaths) {
    const shut = { path: path(number), missing: path(missing), own: [number, missing] }
    if (read && !mayReach(persona, place, read)) await expectShut(persona, shut)
    if (read === 'read' && mayReach(persona, place, read)) await expectOpen(persona, path(number))
    if (!write || mayReach(persona, place, write)) continue
    const named = intents[pattern] ?? ['save']
    for (const intent of named) await expectShut(persona, { ...shut, form: { intent, list: 'photos', fileId: 'x' } })
  }
}

async function checkCase(persona: Persona, path: string, body: string): Promise<void> {
  const reads = persona === 'auditor' || bodies[persona] === body
  const own = [path, missingCase, ...path.split('/'), '2026-99999']
  const at = (ref: string) => ({ path: ref.replace('*', path), missing: ref.replace('*', missingCase), own })
  if (reads) await expectOpen(persona, `/ru/spk/inquiries/${path}`)
  else {
    for (const ref of ['/ru/spk/inquiries/*', '/ru/spk/inquiries/*/akimat', '/ru/spk/inquiries/*.data']) {
      await expectShut(persona, at(ref))
    }
    await expectShut(persona, at('/api/live?part=*'))
  }
  if (bodies[persona] === body) return
  for (const intent of intents['/:lang/spk/inquiries/:number/:part'] ?? []) {
    await expectShut(persona, { ...at('/ru/spk/inquiries/*'), form: { intent } })
  }
  // The number alone opens nothing to an investor.
  const number = path.split('/')[0] ?? ''
  await expectShut(persona, {
    ...{ path: `/ru/inquiries/${number}?key=wrong`, missing: '/ru/inquiries/2026-99999?key=wrong' },
    own: [number, '2026-99999'],
  })
}

async function checkMade(persona: Persona, { paths, openTo, missing, id, forms }: MadeObject): Promise<void> {
  for (const path of paths) {
    if (openTo.includes(persona)) await expectOpen(persona, path)
    else await expectShut(persona, { path, missing: path.replace(id, missing), own: [id, missing] })
  }
  if (openTo.includes(persona)) return
  for (const { path, form } of forms ?? []) {
    await expectShut(persona, { path, missing: path.replace(id, missing), own: [id, missing], form })
  }
}
