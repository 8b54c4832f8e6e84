import { request, type APIRequestContext } from 'playwright/test'
import { demoPassword } from '#tests/e2e/product-test'

/** People of the demo data, by what they may: the objects under test belong to Balkhash and to SPK Saryarka. */
export const personas = {
  visitor: null,
  investor: 'investor@company.demo',
  editor: 'editor@balkhash.demo',
  head: 'head@balkhash.demo',
  otherEditor: 'editor@ridder.demo',
  otherHead: 'head@ridder.demo',
  regionHead: 'head@region-karaganda.demo',
  otherRegionHead: 'head@region-east.demo',
  officer: 'officer@saryarka.demo',
  spkHead: 'head@saryarka.demo',
  otherOfficer: 'officer@tobol.demo',
  otherSpkHead: 'head@tobol.demo',
  auditor: 'ministry@demo.demo',
  admin: 'admin@demo.demo',
} as const

export type Persona = keyof typeof personas
export const personaNames = Object.keys(personas) as Persona[]

/** A client that holds the persona's session and follows no redirects. */
export async function openSession(baseURL: string, persona: Persona): Promise<APIRequestContext> {
  const client = await request.newContext({ baseURL, maxRedirects: 0 })
  const email = personas[persona]
  if (email === null) return client
  const answer = await client.post('/ru/sign-in', {
    form: { email, password: demoPassword },
    headers: { origin: baseURL },
  })
  if (answer.status() !== 303) throw new Error(`${email} could not sign in: ${answer.status()}`)
  return client
}
