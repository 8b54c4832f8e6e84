import { OfficialName } from '#app/domain/accounts/components/official-name'
import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { chooseText } from '#app/domain/kernel/localized'
import { localDateOf } from '#app/domain/kernel/local-date'
import { assignRegion, changeRegionRow } from '#app/domain/routing/commands/assign-region.server'
import { AssignForm } from '#app/domain/routing/components/assign-form'
import { RegionTimeline } from '#app/domain/routing/components/region-timeline'
import { ResponsibilityPage } from '#app/domain/routing/components/responsibility-page'
import { RowList } from '#app/domain/routing/components/row-list'
import { listChoosable } from '#app/domain/routing/queries/plans.server'
import { previewRegion, readRegionPlan } from '#app/domain/routing/queries/region-plans.server'
import { AssignSchema, RowOrderSchema } from '#app/domain/routing/schema'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'responsibility.read')
  const plan = await readRegionPlan(actor, params.key ?? '', localDateOf(new Date()))
  return {
    title: chooseText(plan.name, lang).text,
    plan,
    canEdit: may(actor, 'responsibility.edit'),
    bodies: await listChoosable(actor, ['spk', 'platform']),
    isDone: new URL(request.url).searchParams.has('done'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'responsibility.edit')
  const key = params.key ?? ''
  const form = await readForm(request)
  const done = () => redirect(pathIn(lang, `/admin/responsibility/regions/${encodeURIComponent(key)}?done`), 303)
  const order = RowOrderSchema.safeParse(Object.fromEntries(form))
  if (order.success) {
    const verdict = await changeRegionRow(actor, key, order.data)
    return verdict.ok ? done() : data({ reply: null, preview: null, refused: verdict }, 409)
  }
  const submission = parseWithZod(form, { schema: AssignSchema })
  if (submission.status !== 'success') return data({ reply: submission.reply(), preview: null, refused: null }, 400)
  if (form.get('intent') === 'assign') {
    const verdict = await assignRegion(actor, key, submission.value)
    if (verdict.ok) return done()
    return data({ reply: submission.reply(), preview: null, refused: verdict }, 409)
  }
  const verdict = await previewRegion(actor, key, submission.value, localDateOf(new Date()))
  if (!verdict.ok) return data({ reply: submission.reply(), preview: null, refused: verdict }, 409)
  return data({ reply: submission.reply(), preview: verdict.value, refused: null })
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function ResponsibleRegionPage() {
  const { t, format } = useLanguage()
  const { plan, canEdit, bodies, isDone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <ResponsibilityPage
      title={<OfficialName of={plan.name} />}
      lead={t('responsibility.region_lead', {
        sites: format.number(plan.sites),
        cases: format.number(plan.openCases),
      })}
      refused={answer?.refused ?? null}
      isDone={isDone && !answer}
    >
      <RegionTimeline stretches={plan.stretches} />
      <RowList caption={t('responsibility.rows')} rows={plan.rows} canEdit={canEdit} />
      {canEdit && <AssignForm bodies={bodies} reply={answer?.reply} preview={answer?.preview ?? null} />}
    </ResponsibilityPage>
  )
}
