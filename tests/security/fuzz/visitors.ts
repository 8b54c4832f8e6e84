import { personaNames, personas, type Persona } from '#tests/e2e/permissions/personas'
import { openSession } from '#tests/e2e/sessions'
import { send } from './send'

/** Somebody who asks; the cookie is empty for a visitor without a session. */
export type Visitor = { persona: Persona; cookie: string }

/** Everybody of the permission matrix, signed in. */
export async function openVisitors(base: string, only: readonly Persona[] = personaNames): Promise<Visitor[]> {
  const visitors: Visitor[] = []
  for (const persona of only) visitors.push({ persona, cookie: await signIn(base, persona) })
  return visitors
}

/** A hostile form may have ended a session: without new ones the rest would only see the sign-in page. */
export async function reopenLost(base: string, visitors: Visitor[]): Promise<number> {
  let lost = 0
  for (const visitor of visitors) {
    if (visitor.persona === 'visitor') continue
    const ask = { method: 'GET', path: '/ru/account', headers: { cookie: visitor.cookie }, body: null }
    if ((await send(base, ask)).status === 200) continue
    lost += 1
    visitor.cookie = await signIn(base, visitor.persona)
  }
  return lost
}

async function signIn(base: string, persona: Persona): Promise<string> {
  const client = await openSession(base, personas[persona])
  const { cookies } = await client.storageState()
  await client.dispose()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}
