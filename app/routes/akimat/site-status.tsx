import { requireRight } from '#app/domain/accounts/session.server'
import { chooseText } from '#app/domain/kernel/localized'
import { refreshCatalogue } from '#app/domain/search/catalogue.server'
import { changeStatus } from '#app/domain/sites/commands/change-status.server'
import { StatusPage, type StatusData } from '#app/domain/sites/components/desk/status-page'
import { readOfferStatus, readStatusForm, type StatusReply } from '#app/domain/sites/form/status-form'
import { nextStatuses } from '#app/domain/sites/lifecycle'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { freshnessOf } from '#app/domain/sites/rules'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const own = await readOwnDossier(actor, params.number ?? '')
  const { number, published, status } = own
  const to = readOfferStatus(new URL(request.url).searchParams.get('to'))
  if (published === null || to === null || !nextStatuses(status, true).includes(to)) {
    throw redirect(pathIn(lang, `/akimat/sites/${number}`))
  }
  const confirmBy = own.confirmBy === null ? null : new Date(own.confirmBy)
  const page: StatusData = {
    number,
    name: chooseText(published.identity.name, lang).text,
    to,
    isLapsed: freshnessOf(confirmBy, new Date()) === 'lapsed',
  }
  return { page, title: translator(lang)(`review.status.title.${to}`) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const number = params.number ?? ''
  const read = readStatusForm(await readForm(request))
  if (read === null) throw new Response(null, { status: 400 })
  if ('reply' in read) return data(read.reply, 400)
  const verdict = await changeStatus(actor, number, read.change)
  const { status, reason, note } = read.change
  if (!verdict.ok && verdict.code === 'in_review') {
    const reply: StatusReply = { errors: {}, refusal: verdict.code, values: { reason: reason ?? undefined, note } }
    return data(reply, 409)
  }
  await refreshCatalogue()
  const done = status === 'published' ? 'offered' : status
  // The form belongs to a state that is gone: the site's page says how it stands.
  return redirect(pathIn(lang, `/akimat/sites/${number}?done=${verdict.ok ? done : 'changed'}`), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function SiteStatusRoute() {
  return <StatusPage data={useLoaderData<typeof loader>().page} reply={useActionData<typeof action>()} />
}
