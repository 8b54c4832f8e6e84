import { FaultClient, type Answer } from '#tests/builders/fault-client'
import type { Outcome } from '#tests/e2e/permissions/expectations'
import { personaNames, personas, type Persona } from '#tests/e2e/permissions/personas'
import type { OwnProduct } from '#tests/setup/own-product'

export type People = ReadonlyMap<Persona, FaultClient>

/** Everybody of the permission matrix, signed in at the product. */
export async function signInEverybody(product: OwnProduct): Promise<People> {
  const people = new Map<Persona, FaultClient>()
  for (const persona of personaNames) {
    const client = new FaultClient(() => product.url)
    const email = personas[persona]
    people.set(persona, email === null ? client : await client.signIn(email))
  }
  return people
}

/** What an answer means, in the words of the matrix. Throws for what none of them says. */
export function outcomeOf({ status, headers }: Answer): Outcome {
  if (status >= 200 && status < 300) return 'page'
  // Gone: with its secret a link says what became of it.
  if (status === 410) return 'elsewhere'
  if (status === 404) return 'hidden'
  if (status === 401) return 'sign_in'
  if (status === 400 || status === 405 || status === 409) return 'refused'
  const target = headers.get('location')
  if (status >= 300 && status < 400 && target) return target.includes('/sign-in') ? 'sign_in' : 'elsewhere'
  throw new Error(`Nobody expects a ${status}`)
}

/** Numbers of sites and inquiries, and ids: what may differ between answers that say the same. */
const names = /[A-Z]{3}-\d{4}|20\d\d-\d{5}(?:(?:\/|%2F)\d+)?|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
/** Nonces, moments, and the sealed one at which a form was opened. */
const made = /nonce="[^"]*"|\d{4}-\d\d-\d\dT[\d:.]+Z|\b\d{13}\.[\w-]{20,}/g

/** What an answer says to somebody who does not know what its ids name. */
export function saidOf({ status, headers, body }: Answer): string {
  return [status, headers.get('location') ?? '', body].join('\n').replace(names, '*').replace(made, '*')
}

/** Asks for several at once, fewer than the product takes from one side; in their order. */
export async function askEach<Value>(
  personas: readonly Persona[],
  ask: (persona: Persona) => Promise<Value>,
): Promise<[Persona, Value][]> {
  const answers: [Persona, Value][] = []
  for (let at = 0; at < personas.length; at += 5) {
    const some = personas.slice(at, at + 5)
    answers.push(...(await Promise.all(some.map(async (one): Promise<[Persona, Value]> => [one, await ask(one)]))))
  }
  return answers
}
