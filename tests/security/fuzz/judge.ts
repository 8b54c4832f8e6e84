import { MARKER, SMUGGLED } from './payloads'
import type { Answer, Ask } from './send'

const OUR_COOKIES = /^(__Secure-|__Host-)?(alan[._-]|better-auth)[\w.-]*=/
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi

/** What is wrong with an answer, in words; nothing when it held. */
export function judge(ask: Ask, answer: Answer, base: string): string[] {
  // Node itself refuses an `Expect` that it does not know.
  if (answer.status === 417) return []
  const text = answer.body.toString('utf8')
  return [
    ...judgeHeaders(answer, base),
    ...(answer.type.startsWith('text/html') ? judgePage(ask, answer, text) : []),
    ...(/csv|calendar|plain/.test(answer.type) ? judgeLines(answer, text) : []),
  ]
}

function judgeHeaders(answer: Answer, base: string): string[] {
  const { headers, status } = answer
  const cookies = [headers['set-cookie'] ?? []].flat()
  const location = headers.location
  return [
    ...(status >= 500 ? [`answered ${status}`] : []),
    ...(headers[SMUGGLED] === undefined ? [] : ['a header was smuggled in']),
    ...cookies
      .filter((cookie) => !OUR_COOKIES.test(cookie))
      .map((cookie) => `set a cookie that is not ours: ${cookie}`),
    ...(typeof location === 'string' && !isOwn(location, base) ? [`leads away to ${location}`] : []),
    ...(headers['x-content-type-options'] === 'nosniff' ? [] : ['is without nosniff']),
  ]
}

function isOwn(location: string, base: string): boolean {
  if (/^[/\\]{2}|[\p{Cc}\\]/u.test(location)) return false
  return URL.canParse(location, base) && new URL(location, base).host === new URL(base).host
}

function judgePage(ask: Ask, answer: Answer, text: string): string[] {
  const policy = String(answer.headers['content-security-policy'] ?? '')
  const outside = text.replace(SCRIPT, '')
  const said = [
    ...(text.includes(`<${MARKER}`) ? ['shows a tag of the request'] : []),
    ...(new RegExp(`["'] ${MARKER}on=`).test(outside) ? ['lets an attribute out of its quotes'] : []),
    ...(/(?:href|src|action|formaction)="\s*(?:javascript|vbscript|data:text)[^"]*zqx7/i.test(outside)
      ? ['makes an address of the request run']
      : []),
    // Without PUBLIC_URL a page names itself by the host that it was asked at.
    ...(ask.headers.host === undefined &&
    ask.headers['x-forwarded-host'] === undefined &&
    /(?:href|src|action)="(?:https?:)?[/\\]{2}evil\.example/i.test(outside)
      ? ['links to the address of the request']
      : []),
  ]
  if (!/script-src 'self'/.test(policy) || policy.includes('unsafe-inline')) said.push(`has the policy «${policy}»`)
  for (const [, attributes = '', code = ''] of text.matchAll(SCRIPT)) {
    if (!isAllowed(attributes, code, policy)) said.push('has a script that its policy does not name')
  }
  return ask.method === 'HEAD' ? said.filter((line) => line.startsWith('has the policy')) : said
}

/** By its nonce, or, in a page that is kept for all, by the hash of its content, or because it is a file of ours. */
function isAllowed(attributes: string, code: string, policy: string): boolean {
  const nonce = /\bnonce="([^"]*)"/.exec(attributes)?.[1]
  if (nonce) return policy.includes(`'nonce-${nonce}'`)
  if (/type="application\/(ld\+)?json"/.test(attributes)) return true
  if (/\bsrc="\/assets\//.test(attributes)) return policy.includes("script-src 'self' 'sha256-")
  return code !== '' && policy.includes("'sha256-")
}

function judgeLines({ type }: Answer, text: string): string[] {
  const isTable = type.includes('csv')
  return [
    ...(isTable && new RegExp(`(?:^|[;,\\t\\n"])[=+@\\-\\t\\r＝]{1,2}${MARKER}`).test(text)
      ? ['has a cell that is a formula']
      : []),
    ...(new RegExp(`^${SMUGGLED}`, 'mi').test(text) && !isTable ? ['lets a line of the request stand alone'] : []),
  ]
}
