import { networkOf } from '#app/platform/http/client-network.server'
import { LANGUAGE_COOKIE, preferenceCookie, readCookie } from '#app/platform/http/cookies'
import { languageOf } from '#app/platform/i18n/language'
import type { LoadLimit } from '#app/server/load-limit'
import { KeptAnswers, type Encoding, type KeptAnswer } from '#app/server/kept-answers'
import { pageForAll, policyForAll } from '#app/server/page-for-all'
import type { Request, RequestHandler, Response as ServerResponse } from 'express'
import { createHash } from 'node:crypto'

/** What the answers are made from. */
export type PublicAnswerSource = {
  /** The answer for a visitor without cookies, at this address. */
  render: (address: string) => Promise<Response>
  /** Changes whenever an answer may change. */
  readStamp: () => Promise<string>
  /** Hears of every search page that is asked for, kept or not. */
  note: (params: URLSearchParams, clientIp: string) => void
}

/** The search as a page, as data of a page and as JSON. */
export const PUBLIC_ANSWERS = [/^\/(?:kk|ru|en)\/sites(?:\.data)?$/, /^\/api\/(?:sites|map)$/]

const LIMIT_BYTES = 64_000_000
/** Longer addresses are no links that people share, and would fill the memory with keys. */
const LONGEST_ADDRESS = 2_000

/**
 * Answers public searches from ready bytes. Kept is only what a visitor without cookies gets: a request with any cookie
 * but the language goes on to the pages, and so does everything that is not a plain success. A key is the address with
 * its parameters in order; an answer is old when the catalogue has changed or a minute has passed (freshness is counted
 * by the clock). Requests for the same address at the same time wait for one rendering.
 */
export function publicAnswers(source: PublicAnswerSource, publicUrl: string | null, load: LoadLimit): RequestHandler {
  const kept = new KeptAnswers(LIMIT_BYTES)
  const running = new Map<string, Promise<KeptAnswer | null>>()

  const take = async (key: string): Promise<KeptAnswer | null> => {
    const stamp = await source.readStamp()
    const found = kept.find(key, stamp)
    if (found) return found
    const job = `${stamp} ${key}`
    const make = () => makeAnswer(source, key, stamp)
    const started = running.get(job) ?? load.run('read', make).finally(() => running.delete(job))
    running.set(job, started)
    const made = await started
    if (made && kept.find(key, stamp) === null) kept.keep(key, made)
    return made
  }

  return (req, res, next) => {
    if (!req.path.startsWith('/api/'))
      source.note(new URL(req.originalUrl, 'http://localhost').searchParams, networkOf(req.ip ?? ''))
    if (!isForAll(req)) return next()
    const key = addressOf(req, publicUrl)
    const answer = async () => {
      const found = await take(key)
      if (res.headersSent) return
      if (found === null) return next()
      if (isKnown(req, found.etag)) return send(req, res, found, null)
      send(req, res, found, await kept.encode(key, found, encodingFor(req)))
    }
    // The page itself says what is wrong, and the log has it; who is refused here is refused there or finds room.
    answer().catch(() => (res.headersSent ? undefined : next()))
  }
}

function isForAll({ originalUrl, path, headers }: Request): boolean {
  if (originalUrl.length > LONGEST_ADDRESS) return false
  if (path.startsWith('/api/') || headers.cookie === undefined) return true
  return headers.cookie.split(';').every((pair) => pair.trim().startsWith(`${LANGUAGE_COOKIE}=`))
}

/** The address with its parameters in the order of their names; those of one name keep theirs. */
function addressOf(req: Request, publicUrl: string | null): string {
  const url = new URL(req.originalUrl, publicUrl ?? `${req.protocol}://${req.headers.host ?? 'localhost'}`)
  url.searchParams.sort()
  return url.href
}

async function makeAnswer(source: PublicAnswerSource, address: string, stamp: string): Promise<KeptAnswer | null> {
  const response = await source.render(address)
  if (response.status !== 200) return null
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false
  const bytes = Buffer.from(await response.arrayBuffer())
  const page = isPage ? pageForAll(bytes.toString()) : null
  if (isPage && page === null) return null
  const body = page ? Buffer.from(page.html) : bytes
  const etag = response.headers.get('ETag') ?? `W/"${createHash('sha1').update(body).digest('base64url')}"`
  const headers = [...response.headers].filter(([name]) => name !== 'set-cookie' && name !== 'etag')
  return { stamp, etag, headers, scripts: page?.scripts ?? null, body, encoded: {} }
}

function isKnown({ headers }: Request, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return (headers['if-none-match'] ?? '').split(',').some((tag) => bare(tag) === bare(etag))
}

function encodingFor(req: Request): Encoding {
  return (['br', 'gzip'] as const).find((encoding) => req.acceptsEncodings([encoding]) !== false) ?? 'identity'
}

/** Writes the answer; without `content` it says that the client has it already. */
function send(
  req: Request,
  res: ServerResponse,
  answer: KeptAnswer,
  content: { encoding: Encoding; body: Buffer } | null,
): void {
  for (const [name, value] of answer.headers) res.setHeader(name, value)
  res.setHeader('ETag', answer.etag)
  const isApi = req.path.startsWith('/api/')
  res.setHeader('Vary', isApi ? 'Accept-Encoding' : 'Accept-Encoding, Cookie')
  if (answer.scripts !== null) {
    const policy = String(res.getHeader('Content-Security-Policy'))
    res.setHeader('Content-Security-Policy', policyForAll(policy, answer.scripts))
    rememberLanguage(req, res)
  }
  if (content === null) return void res.status(304).end()
  if (content.encoding !== 'identity') res.setHeader('Content-Encoding', content.encoding)
  res.setHeader('Content-Length', content.body.length)
  res.status(200).end(req.method === 'HEAD' ? undefined : content.body)
}

/** As every page does: the next visit to `/` comes back to this language. */
function rememberLanguage(req: Request, res: ServerResponse): void {
  const language = languageOf(req.path)
  if (language === null || readCookie(req.headers.cookie, LANGUAGE_COOKIE) === language) return
  res.append('Set-Cookie', preferenceCookie(LANGUAGE_COOKIE, language))
}
