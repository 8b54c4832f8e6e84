import { readSessionToken } from '#app/domain/accounts/session.server'
import { formTokenField, ownScript } from '#app/platform/http/form-token'
import { isSignatureOf, signatureOf } from '#app/platform/secrets/signature.server'

/** What proves that a form was made for this session; null for a visitor, who has none to be misused. */
export function formTokenOf(request: Request): string | null {
  const session = readSessionToken(request)
  return session === null ? null : signatureOf(textOf(session))
}

/**
 * Whether a request that changes something comes from a form made for its session, or from a script of ours. Always so
 * without a session. The body stays unread.
 */
export async function isOwnForm(request: Request): Promise<boolean> {
  const session = readSessionToken(request)
  if (session === null) return true
  const isScript = Object.entries(ownScript).every(([name, value]) => request.headers.get(name) === value)
  return isScript || isSignatureOf(textOf(session), (await readFormToken(request.clone())) ?? '')
}

const textOf = (session: string) => `form ${session}`

async function readFormToken(request: Request): Promise<string | null> {
  const type = request.headers.get('Content-Type') ?? ''
  if (type.startsWith('multipart/form-data')) return firstField.exec(await readStart(request))?.[1] ?? null
  if (!type.startsWith('application/x-www-form-urlencoded')) return null
  return new URLSearchParams(await request.text()).get(formTokenField)
}

/** In a form with files the token stands first, so that no file is read before it. */
const firstField = new RegExp(
  `^--[^\\r\\n]+\\r\\nContent-Disposition: form-data; name="${formTokenField}"\\r\\n\\r\\n([\\w-]+)\\r\\n`,
  'i',
)
const startBytes = 1_000

async function readStart(request: Request): Promise<string> {
  const reader = request.body?.getReader()
  let start = Buffer.alloc(0)
  while (reader !== undefined && start.length < startBytes) {
    const { done, value } = await reader.read()
    if (done) break
    start = Buffer.concat([start, value.subarray(0, startBytes)])
  }
  // The rest goes to whoever reads the form; waiting for it here would hold the request.
  void reader?.cancel()
  return start.toString('latin1')
}
