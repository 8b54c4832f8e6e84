import { request, type APIRequestContext } from 'playwright/test'

export const demoPassword = 'Alan-demo-2026'

/** A client that follows no redirects; with an address of the demo it holds a session of that person. */
export async function openSession(baseURL: string, email: string | null): Promise<APIRequestContext> {
  const client = await request.newContext({ baseURL, maxRedirects: 0 })
  if (email === null) return client
  const answer = await client.post('/ru/sign-in', {
    form: { email, password: demoPassword },
    headers: { origin: baseURL },
  })
  if (answer.status() !== 303) throw new Error(`${email} could not sign in: ${answer.status()}`)
  return client
}

type Cookies = Awaited<ReturnType<APIRequestContext['storageState']>>['cookies']

const kept = new Map<string, { since: number; cookies: Promise<Cookies> }>()

/** So young are the sessions that tests get: a quarter of an hour after sign-in exports ask for the password again. */
const freshMs = 8 * 60_000

/** The cookies of a session of the person, one for the tests of this worker within some minutes: none may end it. */
export function cookiesOf(email: string): Promise<Cookies> {
  const found = kept.get(email)
  if (found !== undefined && Date.now() - found.since < freshMs) return found.cookies
  const cookies = readCookies(email)
  kept.set(email, { since: Date.now(), cookies })
  return cookies
}

async function readCookies(email: string): Promise<Cookies> {
  const client = await openSession(process.env.E2E_URL ?? '', email)
  const { cookies } = await client.storageState()
  await client.dispose()
  return cookies
}
