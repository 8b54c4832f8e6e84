import '#app/platform/i18n/alert-words.client'
import { currentActor } from '#app/domain/accounts/session.server'
import { changeRhythm, removeWatch, saveWatch } from '#app/domain/alerts/commands/watches.server'
import { FavouritesPage, type FavouritesData } from '#app/domain/alerts/components/favourites-page'
import { readDone, writeDone, type Done } from '#app/domain/alerts/done'
import { keptInCookie } from '#app/domain/alerts/kept-cookie.server'
import { listKeptNumbers, listWatches, readOwnAddress, showKeptSites } from '#app/domain/alerts/queries.server'
import { FavouritesFormSchema } from '#app/domain/alerts/schema'
import { keeperOf, subscriberCookie } from '#app/domain/alerts/subscribers.server'
import { pack, unpack } from '#app/platform/http/packed'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

const isPrivate = { 'Cache-Control': 'no-store' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await currentActor(request)
  const keeper = keeperOf(actor, request)
  const address = await readOwnAddress(keeper)
  const numbers = address === null ? keptInCookie(request) : await listKeptNumbers(keeper)
  const page: FavouritesData = {
    done: readDone(new URL(request.url).searchParams),
    sites: await showKeptSites(actor, numbers, lang),
    watches: await listWatches(keeper),
    address,
    isPerson: actor.kind === 'person',
  }
  return data({ page: pack(page), title: translator(lang)('alerts.page.title') }, { headers: isPrivate })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const form = FavouritesFormSchema.safeParse(Object.fromEntries(await readForm(request)))
  if (!form.success) return data(null, 400)
  const keeper = keeperOf(await currentActor(request), request)
  const order = form.data
  const back = (done: Done | null, cookie?: string) =>
    redirect(pathIn(lang, `/favourites${done === null ? '' : `?${writeDone(done)}`}`), {
      status: 303,
      headers: cookie === undefined ? {} : { 'Set-Cookie': cookie },
    })
  switch (order.intent) {
    case 'rhythm':
      await changeRhythm(keeper, order.watch, order.rhythm)
      return back({ kind: 'rhythm_saved' })
    case 'remove_watch':
      return back({ kind: 'search_removed', wish: await removeWatch(keeper, order.watch) })
    case 'restore_watch':
      await saveWatch(keeper, order)
      return back({ kind: 'saved' })
    case 'forget':
      return back(null, subscriberCookie(null))
  }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export const headers = () => isPrivate

export default function Favourites() {
  return <FavouritesPage data={unpack(useLoaderData<typeof loader>().page)} />
}
