import { changeFavourite } from '#app/domain/alerts/commands/favourites.server'
import { writeDone } from '#app/domain/alerts/done'
import { keptInCookie } from '#app/domain/alerts/kept-cookie.server'
import { listKeptNumbers } from '#app/domain/alerts/queries.server'
import { ChangeKeptSchema } from '#app/domain/alerts/schema'
import { isKnown, keeperOf } from '#app/domain/alerts/subscribers.server'
import { currentActor } from '#app/domain/accounts/session.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'

const own = { 'Cache-Control': 'no-store' }

/** Numbers of the sites that this browser, or its person, keeps. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  requireLanguage(params.lang)
  const keeper = keeperOf(await currentActor(request), request)
  const numbers = isKnown(keeper) ? await listKeptNumbers(keeper) : keptInCookie(request)
  return Response.json({ numbers }, { headers: own })
}

/** A program gets the list as it is now; a plain form goes on to its page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const form = ChangeKeptSchema.safeParse(Object.fromEntries(await readForm(request)))
  if (!form.success) return Response.json({ code: 'bad_request' }, { status: 400, headers: own })
  const { number, intent } = form.data
  const keeper = keeperOf(await currentActor(request), request)
  const verdict = await changeFavourite(keeper, keptInCookie(request), { number, isKept: intent === 'keep' })
  const isProgram = request.headers.get('accept')?.includes('application/json') ?? false
  if (!verdict.ok) {
    const status = verdict.code === 'too_many' ? 409 : 404
    if (isProgram || status === 404) return Response.json({ code: verdict.code }, { status, headers: own })
    return redirect(pathIn(lang, `/favourites?${writeDone({ kind: 'full' })}`), 303)
  }
  const { numbers, cookie } = verdict.value
  const headers = { ...own, ...(cookie === null ? {} : { 'Set-Cookie': cookie }) }
  if (isProgram) return Response.json({ numbers }, { headers })
  const query = writeDone({ kind: intent === 'keep' ? 'added' : 'removed', number })
  return redirect(pathIn(lang, `/favourites?${query}`), { status: 303, headers })
}
