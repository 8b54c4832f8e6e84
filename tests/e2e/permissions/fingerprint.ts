import type { APIResponse } from 'playwright/test'

/** What of an answer differs by itself from one request to the next. */
const PASSING = new Set(['date', 'x-request-id', 'set-cookie', 'content-length', 'keep-alive', 'connection'])

/**
 * An answer without what belongs to the one request: `own` are the names that the asker wrote into the address. Two
 * answers that are alike in this tell nothing apart.
 */
export async function fingerprint(answer: APIResponse, own: readonly string[]): Promise<string> {
  const headers = Object.entries(answer.headers()).filter(([name]) => !PASSING.has(name))
  const body = (await answer.body()).toString('utf8')
  const text = [answer.status(), ...headers.map(([name, value]) => `${name}: ${value}`).sort(), body].join('\n')
  const named = own.reduce((said, name) => said.replaceAll(encodeURIComponent(name), '#').replaceAll(name, '#'), text)
  const id = answer.headers()['x-request-id']
  const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1]
  return [id, nonce].reduce<string>((said, once) => (once ? said.replaceAll(once, '*') : said), named)
}
