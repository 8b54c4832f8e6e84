import { ownScript } from '#app/platform/http/form-token'
import { readFileSync } from 'node:fs'
import type { APIRequestContext, APIResponse } from 'playwright/test'
import { findObjects } from '#tests/e2e/permissions/find-objects'
import { intents } from '#tests/e2e/permissions/intents'
import { matrix } from '#tests/e2e/permissions/matrix'
import type { Objects } from '#tests/e2e/permissions/rows'
import type { Outcome } from '#tests/e2e/permissions/expectations'
import { personaNames, personas, type Persona } from '#tests/e2e/permissions/personas'
import { readIntents } from '#tests/e2e/permissions/read-intents'
import { listRoutes } from '#tests/e2e/permissions/route-list'
import { expect, test } from '#tests/e2e/product-test'
import { openSession } from '#tests/e2e/sessions'

const routes = listRoutes()
const origin = process.env.E2E_URL ?? ''
const sessions = new Map<Persona, APIRequestContext>()
let objects: Objects

test.describe('who may open and change what', () => {
  test.describe.configure({ mode: 'default' })

  test.beforeAll(async () => {
    for (const persona of personaNames) sessions.set(persona, await openSession(origin, personas[persona]))
    objects = await findObjects(sessions)
  })

  test.afterAll(async () => {
    for (const session of sessions.values()) await session.dispose()
  })

  test('names every route of the product, and no other', () => {
    expect(Object.keys(matrix).sort()).toEqual(routes.map(({ pattern }) => pattern).sort())
  })

  test('names every intent that an action tells apart, and no other', () => {
    const found = routes.map(({ pattern, file }) => [pattern, readIntents(file)] as const)
    expect(intents).toEqual(Object.fromEntries(found.filter(([, names]) => names.length > 0)))
  })

  for (const { pattern, file } of routes) {
    const row = matrix[pattern]
    if (!row) continue

    test(`GET ${pattern}`, async () => {
      const found = await askAll((session) => session.get(row.path(objects)))
      expect(found).toEqual(row.get)
    })

    if (!takesForms(file)) continue
    test(`POST ${pattern} without the token of the session`, async () => {
      for (const [persona, session] of sessions) {
        if (persona === 'visitor') continue
        const answer = await session.post(row.path(objects), { form: row.form ?? {}, headers: { origin } })
        // An auditor is turned away before anybody looks at the form.
        expect(persona === 'auditor' ? [403, 404] : [403], persona).toContain(answer.status())
      }
    })

    if (row.post === 'ends_the_session') continue
    test(`POST ${pattern}`, async () => {
      const found = await askAll((session) =>
        session.post(row.path(objects), {
          form: row.form ?? { nothing: 'useful' },
          headers: { origin, ...ownScript },
        }),
      )
      expect(found).toEqual(row.post)
    })
  }
})

function takesForms(file: string): boolean {
  return /export (async function|const) action\b/.test(readFileSync(`app/${file}`, 'utf8'))
}

async function askAll(ask: (session: APIRequestContext) => Promise<APIResponse>): Promise<Record<string, Outcome>> {
  const asked = [...sessions].map(async ([persona, session]) => [persona, outcomeOf(await ask(session))] as const)
  return Object.fromEntries(await Promise.all(asked))
}

function outcomeOf(answer: APIResponse): Outcome {
  const status = answer.status()
  if (status >= 200 && status < 300) return 'page'
  if (status === 404) return 'hidden'
  if (status === 401) return 'sign_in'
  if (status === 400 || status === 405 || status === 409) return 'refused'
  const target = answer.headers().location
  if (status >= 300 && status < 400 && target) return target.includes('/sign-in') ? 'sign_in' : 'elsewhere'
  throw new Error(`${answer.url()} answered ${status}`)
}
