import { formTokenOf, isOwnForm } from '#app/domain/accounts/form-token.server'
import { publicReader } from '#app/domain/accounts/session.server'
import { isDatabaseAway, isDatabaseFull } from '#app/platform/outage/database-away'
import { problem } from '#app/platform/http/problem.server'
import { retryAfter } from '#app/platform/http/retry-after'
import { defaultLanguage, languageOf } from '#app/platform/i18n/language'
import { log } from '#app/platform/log/log.server'
import { readUploads } from '#app/platform/storage/read-uploads.server'
import { StorageFullError } from '#app/platform/storage/model'
import { currentRequestId } from '#app/platform/http/request-context.server'
import { renderFailure } from '#app/server/failure-page'
import type { Typed } from '#app/ui/typed'
import { data, type ActionFunction, type LoaderFunction, type ServerBuild } from '@remix-run/node'

type Trouble = { status: 403 | 503 | 507; code: 'stale' | 'away' | 'full'; title: string }

/** A form that was opened before its sender signed in, or by another site that got past the look at where it comes from. */
const stale: Trouble = { status: 403, code: 'stale', title: 'This form was not made for this session.' }
const away: Trouble = { status: 503, code: 'away', title: 'The database is away; try again in a moment.' }
const full: Trouble = { status: 507, code: 'full', title: 'There is no room to store this; nothing of it was stored.' }

/** Fields that are never written into a page. */
const secretField = /password|current|repeat|proof|token|secret|code/i

/**
 * The build with loaders and actions that answer 503 while the database is away and 507 when there is no room to write,
 * instead of a fault of ours, and with actions that only do what a form of the sender's session asks for, else 403. A form
 * that was not taken goes back with the answer, so that nothing typed is lost.
 */
export function guardRoutes(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (route === undefined) return [id, route] as const
    const { loader, action, default: page } = route.module
    const guarded = {
      ...route.module,
      ...(loader && { loader: guard(loader, page === undefined) }),
      ...(action && { action: guard(onlyOwnForms(action), page === undefined) }),
    }
    return [id, { ...route, module: guarded }] as const
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

class StaleFormError extends Error {}

function onlyOwnForms(action: ActionFunction): ActionFunction {
  const guarded: ActionFunction = async (args) => {
    if (!(await isOwnForm(args.request))) throw new StaleFormError('form of another session')
    return action(args)
  }
  return Object.assign(guarded, action)
}

function guard<Work extends LoaderFunction | ActionFunction>(work: Work, isResource: boolean): Work {
  const guarded: ActionFunction = async (args) => {
    const form = isForm(args.request) ? args.request.clone() : null
    try {
      return await work(args)
    } catch (error) {
      const trouble = troubleOf(error)
      if (trouble === null) throw error
      log.warn({ err: error, requestId: currentRequestId() }, `answered ${trouble.status}`)
      if (isResource) throw plainAnswer(args.request, trouble)
      const unread = trouble === stale && isUpload(args.request) ? args.request : form
      throw data(
        { typed: unread && (await readTyped(unread)) },
        { status: trouble.status, headers: headersOf(trouble) },
      )
    }
  }
  return Object.assign(guarded, work)
}

function troubleOf(error: unknown): Trouble | null {
  if (error instanceof StaleFormError) return stale
  if (isDatabaseAway(error)) return away
  return isDatabaseFull(error) || error instanceof StorageFullError ? full : null
}

const headersOf = (trouble: Trouble) => (trouble === stale ? {} : retryAfter)

/** For what is no page: a page for whoever follows a link or sends a form, a problem for programs and scripts. */
function plainAnswer(request: Request, trouble: Trouble): Response {
  const { status, code, title } = trouble
  const { pathname } = new URL(request.url)
  const wantsPage = request.method === 'GET' || (request.headers.get('Accept') ?? '').includes('text/html')
  if (!wantsPage || pathname.startsWith('/api/')) return problem({ status, code, title }, headersOf(trouble))
  const body = renderFailure(languageOf(pathname) ?? defaultLanguage, code, currentRequestId() ?? '')
  const headers = { ...headersOf(trouble), 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }
  return new Response(body, { status, headers })
}

const isForm = (request: Request) => hasType(request, 'application/x-www-form-urlencoded')
const isUpload = (request: Request) => hasType(request, 'multipart/form-data')

function hasType(request: Request, type: string): boolean {
  return request.method === 'POST' && (request.headers.get('Content-Type') ?? '').startsWith(type)
}

async function readTyped(request: Request): Promise<Typed> {
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('_routes')
  const query = searchParams.toString()
  const typed = isUpload(request)
    ? await readUploads(request, [], async () => {})
    : new URLSearchParams(await request.text())
  const fields = [...typed].filter(
    (field): field is [string, string] => typeof field[1] === 'string' && !secretField.test(field[0]),
  )
  const to = `${pathname.replace(/\.data$/, '')}${query === '' ? '' : `?${query}`}`
  return { to, fields, token: formTokenOf(request), sender: await nameOf(request) }
}

async function nameOf(request: Request): Promise<string | null> {
  const actor = await publicReader(request)
  return actor.kind === 'person' ? actor.name : null
}
