import { requireRight } from '#app/domain/accounts/session.server'
import { chooseText } from '#app/domain/kernel/localized'
import { refreshCatalogue } from '#app/domain/search/catalogue.server'
import { confirmedGroups } from '#app/domain/sites/choices'
import { confirmSite } from '#app/domain/sites/commands/confirm-site.server'
import { ConfirmPage, type ConfirmData } from '#app/domain/sites/components/desk/confirm-page'
import { termsOf } from '#app/domain/sites/confirmation'
import { changedFields } from '#app/domain/sites/form/changes'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { groupOfField } from '#app/domain/sites/remarks'
import { freshnessOf } from '#app/domain/sites/rules'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const own = await readOwnDossier(actor, params.number ?? '')
  const { number, published } = own
  if (published === null || own.freshness === null || !own.canEdit) {
    throw redirect(pathIn(lang, `/akimat/sites/${number}`))
  }
  const now = new Date()
  const confirmedAt = own.confirmedAt === null ? null : new Date(own.confirmedAt)
  const said = changedFields(own.kind, null, published).filter(({ name }) => !name.includes('.provenance.'))
  const data: ConfirmData = {
    number,
    name: chooseText(published.identity.name, lang).text,
    groups: termsOf(published, { confirmations: own.confirmations, confirmedAt }).map((term) => ({
      group: term.group,
      confirmedAt: term.confirmedAt?.toISOString() ?? null,
      confirmBy: term.confirmBy?.toISOString() ?? null,
      freshness: freshnessOf(term.confirmBy, now),
      said: said.filter(({ name }) => groupOfField(name) === term.group),
    })),
    hasOpenVersion: own.version !== null,
    isNoneChosen: new URL(request.url).searchParams.has('none'),
  }
  return { data, title: translator(lang)('review.confirm.title', { number }) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const number = params.number ?? ''
  const here = `/akimat/sites/${number}`
  const form = await readForm(request)
  const chosen = form.getAll('group')
  const groups = form.get('intent') === 'all' ? null : confirmedGroups.filter((group) => chosen.includes(group))
  if (groups?.length === 0) return redirect(pathIn(lang, `${here}/confirm?none`), 303)
  const verdict = await confirmSite(actor, number, groups)
  if (!verdict.ok) throw new Response(null, { status: 409 })
  await refreshCatalogue()
  return redirect(pathIn(lang, `/akimat?confirmed=${number}`), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function SiteConfirm() {
  return <ConfirmPage data={useLoaderData<typeof loader>().data} />
}
