import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { cancelReorganization, planReorganization } from '#app/domain/routing/commands/reorganize.server'
import { ReorganizeForm } from '#app/domain/routing/components/reorganize-form'
import { ReorganizationList } from '#app/domain/routing/components/reorganization-list'
import { ResponsibilityPage } from '#app/domain/routing/components/responsibility-page'
import { listChoosable, listReorganizations } from '#app/domain/routing/queries/plans.server'
import { CancelPlanSchema, ReorganizeSchema } from '#app/domain/routing/schema'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'responsibility.read')
  return {
    title: translator(lang)('responsibility.reorganizations'),
    plans: await listReorganizations(actor),
    bodies: await listChoosable(actor, ['spk']),
    canEdit: may(actor, 'responsibility.edit'),
    isDone: new URL(request.url).searchParams.has('done'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'responsibility.edit')
  const form = await readForm(request)
  const done = () => redirect(pathIn(lang, '/admin/responsibility/reorganizations?done'), 303)
  const order = CancelPlanSchema.safeParse(Object.fromEntries(form))
  if (order.success) {
    const verdict = await cancelReorganization(actor, order.data.id)
    return verdict.ok ? done() : data({ reply: null, refused: verdict }, 409)
  }
  const submission = parseWithZod(form, { schema: ReorganizeSchema })
  if (submission.status !== 'success') return data({ reply: submission.reply(), refused: null }, 400)
  const verdict = await planReorganization(actor, submission.value)
  return verdict.ok ? done() : data({ reply: submission.reply(), refused: verdict }, 409)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function ReorganizationsPage() {
  const { t } = useLanguage()
  const { plans, bodies, canEdit, isDone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <ResponsibilityPage
      title={t('responsibility.reorganizations')}
      lead={t('responsibility.reorganizations_lead')}
      refused={answer?.refused ?? null}
      isDone={isDone && !answer}
    >
      <ReorganizationList plans={plans} canEdit={canEdit} />
      {canEdit && <ReorganizeForm bodies={bodies} reply={answer?.reply} />}
    </ResponsibilityPage>
  )
}
