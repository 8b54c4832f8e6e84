import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { readClockContext } from '#app/domain/inquiries/clock-context.server'
import { LawTable } from '#app/domain/inquiries/components/terms/law-table'
import { PromiseForm } from '#app/domain/inquiries/components/terms/promise-form'
import { PromiseTable } from '#app/domain/inquiries/components/terms/promise-table'
import { cancelPromise, planPromise } from '#app/domain/inquiries/terms/commands/keep-promise.server'
import { listPromises } from '#app/domain/inquiries/terms/queries.server'
import { CancelPromiseSchema, PromiseSchema, sayTime } from '#app/domain/inquiries/terms/schema'
import { localDateOf } from '#app/domain/kernel/local-date'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { FactList } from '#app/ui/fact-list'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'terms.read')
  const now = new Date()
  const { terms, hours } = await readClockContext(now)
  return {
    title: translator(lang)('terms.title'),
    promises: await listPromises(actor, localDateOf(now)),
    current: {
      firstAnswerDays: terms.firstAnswer,
      nextStepDays: terms.nextStep,
      warnPercent: Math.round(terms.warnShare * 100),
      officeStart: hours.startMinute,
      officeEnd: hours.endMinute,
    },
    canEdit: may(actor, 'terms.edit'),
    isDone: new URL(request.url).searchParams.has('done'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'terms.edit')
  const form = await readForm(request)
  const done = () => redirect(pathIn(lang, '/admin/settings/clock?done'), 303)
  const order = CancelPromiseSchema.safeParse(Object.fromEntries(form))
  if (order.success) {
    const verdict = await cancelPromise(actor, order.data.version)
    return verdict.ok ? done() : data({ reply: null, refused: verdict.code }, 409)
  }
  const submission = parseWithZod(form, { schema: PromiseSchema })
  if (submission.status !== 'success') return data({ reply: submission.reply(), refused: null }, 400)
  const verdict = await planPromise(actor, submission.value)
  return verdict.ok ? done() : data({ reply: submission.reply(), refused: verdict.code }, 409)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function ClockPage() {
  const { t, format } = useLanguage()
  const { promises, current, canEdit, isDone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <PageHeading title={t('terms.title')} lead={t('terms.lead')} />
        {answer?.refused && (
          <Notice tone="bad" role="alert">
            {t(`terms.refused.${answer.refused}`)}
          </Notice>
        )}
        {isDone && !answer && (
          <Notice tone="good" role="status">
            {t('terms.saved')}
          </Notice>
        )}
      </div>
      <section className="flex flex-col gap-2">
        <h2 className="text-lg font-bold">{t('terms.today')}</h2>
        <FactList
          facts={[
            { label: t('terms.first_answer'), value: format.workingDays(current.firstAnswerDays) },
            { label: t('terms.next_step'), value: format.workingDays(current.nextStepDays) },
            { label: t('terms.warn'), value: format.percent(current.warnPercent / 100) },
            { label: t('terms.hours'), value: `${sayTime(current.officeStart)}–${sayTime(current.officeEnd)}` },
          ]}
        />
      </section>
      <PromiseTable promises={promises} canEdit={canEdit} />
      {canEdit && <PromiseForm current={current} newest={promises[0]?.version ?? 0} reply={answer?.reply} />}
      <LawTable />
    </div>
  )
}
