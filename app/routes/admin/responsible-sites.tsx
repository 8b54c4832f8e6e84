import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { localDateOf } from '#app/domain/kernel/local-date'
import { assignSite, changeSiteRow } from '#app/domain/routing/commands/assign-site.server'
import { AssignForm } from '#app/domain/routing/components/assign-form'
import { ResponsibilityPage } from '#app/domain/routing/components/responsibility-page'
import { RowList } from '#app/domain/routing/components/row-list'
import { listChoosable, listOwnSites } from '#app/domain/routing/queries/plans.server'
import { AssignSiteSchema, RowOrderSchema } from '#app/domain/routing/schema'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { EmptyState } from '#app/ui/empty-state'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'responsibility.read')
  return {
    title: translator(lang)('responsibility.own_sites'),
    rows: await listOwnSites(actor, localDateOf(new Date())),
    canEdit: may(actor, 'responsibility.edit'),
    bodies: await listChoosable(actor, ['spk', 'akimat', 'platform']),
    isDone: new URL(request.url).searchParams.has('done'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'responsibility.edit')
  const form = await readForm(request)
  const done = () => redirect(pathIn(lang, '/admin/responsibility/sites?done'), 303)
  const order = RowOrderSchema.safeParse(Object.fromEntries(form))
  if (order.success) {
    const verdict = await changeSiteRow(actor, order.data)
    return verdict.ok ? done() : data({ reply: null, refused: verdict }, 409)
  }
  const submission = parseWithZod(form, { schema: AssignSiteSchema })
  if (submission.status !== 'success') return data({ reply: submission.reply(), refused: null }, 400)
  const verdict = await assignSite(actor, submission.value)
  return verdict.ok ? done() : data({ reply: submission.reply(), refused: verdict }, 409)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function ResponsibleSitesPage() {
  const { t } = useLanguage()
  const { rows, canEdit, bodies, isDone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <ResponsibilityPage
      title={t('responsibility.own_sites')}
      lead={t('responsibility.own_sites_lead')}
      refused={answer?.refused ?? null}
      isDone={isDone && !answer}
    >
      {rows.length === 0 ? (
        <EmptyState title={t('responsibility.own_sites_empty')} />
      ) : (
        <RowList caption={t('responsibility.own_sites')} rows={rows} canEdit={canEdit} />
      )}
      {canEdit && <AssignForm bodies={bodies} reply={answer?.reply} preview={null} withNumber />}
    </ResponsibilityPage>
  )
}
