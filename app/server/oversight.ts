import type { Actor } from '#app/domain/accounts/model'
import { isOwnAccount, onlyReads } from '#app/domain/accounts/policy'
import { currentActor } from '#app/domain/accounts/session.server'
import { recordView, viewedPage } from '#app/domain/ledger/views.server'
import { routedPath } from '#app/platform/http/routed-path'
import { requestContext } from '#app/platform/http/request-context.server'
import type { Request, RequestHandler } from 'express'

const readingMethods = new Set(['GET', 'HEAD'])
/** Questions that do not fit into an address. */
const questions = new Set(['/api/match'])

/**
 * The one place where roles over the whole platform are held: an auditor’s forms lead nowhere (404) but for those of the own
 * account, whatever else an auditor asks for runs in READ ONLY transactions, and the pages with data of other people that
 * administrators and auditors open are recorded first: no page without its record.
 */
export function oversee(): RequestHandler {
  return (req, _res, next) => {
    const { cookie } = req.headers
    if (cookie === undefined) return next()
    // Kept for the request: the pages ask for the same person without another query.
    currentActor(new globalThis.Request('http://alan.invalid', { headers: { cookie } })).then(
      (actor) => hold(actor, req).then(() => next(), next),
      // The page asks again and says what is wrong in its own way.
      () => next(),
    )
  }
}

async function hold(actor: Actor, req: Request): Promise<void> {
  if (actor.kind !== 'person' || actor.platformRole === null) return
  const path = routedPath(req.originalUrl)
  if (onlyReads(actor) && !isOwnAccount(path)) {
    const isReading = readingMethods.has(req.method) || questions.has(path)
    if (!isReading) throw Object.assign(new Error('Auditors only read'), { status: 404 })
    const context = requestContext.getStore()
    if (context !== undefined) context.isReadOnly = true
  }
  // A form that comes back brings its page along.
  const page = viewedPage(path, new URL(req.originalUrl, 'http://alan.invalid').searchParams)
  if (page !== null) await recordView(actor, page)
}
