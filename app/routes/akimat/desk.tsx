import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { parseSiteNumber } from '#app/domain/kernel/identifiers'
import { readPage } from '#app/domain/kernel/page'
import { refreshCatalogue } from '#app/domain/search/catalogue.server'
import { confirmSite, undoConfirmation } from '#app/domain/sites/commands/confirm-site.server'
import { DeskPage } from '#app/domain/sites/components/desk/desk-page'
import { countViews, isInView, tasksOf, viewOf } from '#app/domain/sites/desk'
import { listOwnSites } from '#app/domain/sites/queries/own-sites.server'
import { listTowns } from '#app/domain/towns/queries.server'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.read')
  const query = new URL(request.url).searchParams
  const [sites, towns] = await Promise.all([listOwnSites(actor), listTowns()])
  const view = viewOf(query.get('view'))
  const shown = sites.filter((site) => isInView(site, view))
  const { request: page } = readPage({ page: query.get('page'), size: '25' })
  const confirmed = parseSiteNumber(query.get('confirmed') ?? '')
  const shownTowns = new Set(sites.map((site) => site.townKey))
  return {
    title: translator(lang)('akimat.desk.title'),
    tasks: tasksOf(sites),
    view,
    counts: countViews(sites),
    sites: shown.slice(page.skip, page.skip + page.size),
    total: shown.length,
    page: { page: page.page, size: page.size },
    towns: towns.filter((town) => shownTowns.has(town.key)).map(({ key, name }) => ({ key, name })),
    canAdd: may(actor, 'site.edit'),
    confirmed: confirmed.ok ? query.get('confirmed') : null,
    previous: query.get('previous'),
    notice: noticeOf(query.get('done')),
  }
}

const notices = ['undone', 'too_late', 'discarded'] as const

function noticeOf(text: string | null): (typeof notices)[number] | null {
  return notices.find((notice) => notice === text) ?? null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const form = await request.formData()
  const number = String(form.get('number') ?? '')
  const intent = form.get('intent')
  if (intent === 'confirm') {
    const verdict = await confirmSite(actor, number)
    if (!verdict.ok) throw notFound()
    await refreshCatalogue()
    const query = new URLSearchParams({ confirmed: number, previous: verdict.value.previous?.toISOString() ?? '' })
    return redirect(pathIn(lang, `/akimat?${query}`), 303)
  }
  const previous = new Date(String(form.get('previous') ?? ''))
  if (intent !== 'undo' || Number.isNaN(previous.getTime())) throw new Response(null, { status: 400 })
  const verdict = await undoConfirmation(actor, number, previous)
  await refreshCatalogue()
  return redirect(pathIn(lang, `/akimat?done=${verdict.ok ? 'undone' : 'too_late'}`), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Desk() {
  return <DeskPage data={useLoaderData<typeof loader>()} />
}
