import { isDatabaseAway, isDatabaseFull } from '#app/platform/outage/database-away'
import { problem } from '#app/platform/http/problem.server'
import { retryAfter } from '#app/platform/http/retry-after'
import { defaultLanguage, languageOf } from '#app/platform/i18n/language'
import { log } from '#app/platform/log/log.server'
import { StorageFullError } from '#app/platform/storage/model'
import { currentRequestId } from '#app/platform/http/request-context.server'
import { renderFailure } from '#app/server/failure-page'
import type { Typed } from '#app/ui/typed'
import { data, type ActionFunction, type LoaderFunction, type ServerBuild } from '@remix-run/node'

type Trouble = { status: 503 | 507; code: 'away' | 'full'; title: string }

const away: Trouble = { status: 503, code: 'away', title: 'The database is away; try again in a moment.' }
const full: Trouble = { status: 507, code: 'full', title: 'There is no room to store this; nothing of it was stored.' }

/** Fields that are never written into a page. */
const secretField = /password|current|repeat|proof|token|secret|code/i

/**
 * The build with loaders and actions that answer 503 while the database is away and 507 when there is no room to write,
 * instead of a fault of ours. A form that could not be taken goes back with the answer, so that nothing typed is lost.
 */
export function answerTrouble(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (route === undefined) return [id, route] as const
    const { loader, action, default: page } = route.module
    const guarded = {
      ...route.module,
      ...(loader && { loader: guard(loader, page === undefined) }),
      ...(action && { action: guard(action, page === undefined) }),
    }
    return [id, { ...route, module: guarded }] as const
  })
  return { ...build, routes: Object.fromEntries(routes) }
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
      throw data({ typed: form && (await readTyped(form)) }, { status: trouble.status, headers: retryAfter })
    }
  }
  return Object.assign(guarded, work)
}

function troubleOf(error: unknown): Trouble | null {
  if (isDatabaseAway(error)) return away
  return isDatabaseFull(error) || error instanceof StorageFullError ? full : null
}

/** What is no page: a problem for programs and for forms that a script sends, a page for a link to a file. */
function plainAnswer(request: Request, { status, code, title }: Trouble): Response {
  const { pathname } = new URL(request.url)
  const isLink = request.method === 'GET' && !pathname.startsWith('/api/')
  if (!isLink) return problem({ status, code, title }, retryAfter)
  const body = renderFailure(languageOf(pathname) ?? defaultLanguage, code, currentRequestId() ?? '')
  const headers = { ...retryAfter, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }
  return new Response(body, { status, headers })
}

function isForm(request: Request): boolean {
  const type = request.headers.get('Content-Type') ?? ''
  return request.method === 'POST' && type.startsWith('application/x-www-form-urlencoded')
}

async function readTyped(request: Request): Promise<Typed> {
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('_routes')
  const query = searchParams.toString()
  const fields = [...new URLSearchParams(await request.text())].filter(([name]) => !secretField.test(name))
  return { to: `${pathname.replace(/\.data$/, '')}${query === '' ? '' : `?${query}`}`, fields }
}
