import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { changeCalendar, undoCalendarChange } from '#app/domain/inquiries/calendar/commands/change-calendar.server'
import { listCalendarChanges, readCalendarYear } from '#app/domain/inquiries/calendar/queries/calendar-year.server'
import { previewChange } from '#app/domain/inquiries/calendar/queries/preview-change.server'
import { CalendarOrderSchema, OverrideSchema, YearQuerySchema } from '#app/domain/inquiries/calendar/schema'
import { ChangeList } from '#app/domain/inquiries/components/calendar/change-list'
import { OverrideForm } from '#app/domain/inquiries/components/calendar/override-form'
import { YearView } from '#app/domain/inquiries/components/calendar/year-view'
import { localDateOf, yearOf } from '#app/domain/kernel/local-date'
import { SourceLabel } from '#app/domain/towns/components/source-label'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { LinkTabs } from '#app/ui/link-tabs'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'calendar.read')
  const query = YearQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const year = await readCalendarYear(actor, query.year ?? yearOf(localDateOf(new Date())))
  const days = year.months.flatMap(({ weeks }) => weeks.flat())
  return {
    title: translator(lang)('calendar.title'),
    year,
    changes: await listCalendarChanges(actor),
    canEdit: may(actor, 'calendar.edit'),
    chosen: days.find((day) => day !== null && day.date === query.day) ?? null,
    form: randomUUID(),
    isDone: query.done !== undefined,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'calendar.edit')
  const form = await readForm(request)
  const refuse = (code: 'unchanged' | 'superseded') => data({ reply: null, preview: null, refused: code }, 409)
  const go = (year: number) => redirect(pathIn(lang, `/admin/settings/calendar?year=${year}&done`), 303)
  const order = CalendarOrderSchema.safeParse(Object.fromEntries(form))
  if (order.success && order.data.intent === 'undo') {
    const verdict = await undoCalendarChange(actor, order.data.form, order.data.id)
    return verdict.ok ? go(yearOf(localDateOf(new Date()))) : refuse(verdict.code)
  }
  if (order.success && order.data.intent === 'remove') {
    const verdict = await changeCalendar(actor, order.data.form, { date: order.data.date, after: null })
    return verdict.ok ? go(yearOf(order.data.date)) : refuse(verdict.code)
  }
  const submission = parseWithZod(form, { schema: OverrideSchema })
  if (submission.status !== 'success') return data({ reply: submission.reply(), preview: null, refused: null }, 400)
  const { date, working, reason, source } = submission.value
  if (form.get('intent') === 'set') {
    const after = { isWorking: working, reason, source }
    const verdict = await changeCalendar(actor, submission.value.form, { date, after })
    return verdict.ok ? go(yearOf(date)) : refuse(verdict.code)
  }
  const preview = await previewChange(actor, { date, isWorking: working })
  return data({ reply: submission.reply(), preview, refused: null })
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function CalendarPage() {
  const { t } = useLanguage()
  const { year, changes, canEdit, chosen, form, isDone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <PageHeading title={t('calendar.title')} lead={t('calendar.lead')} />
        {answer?.refused && (
          <Notice tone="bad" role="alert">
            {t(`calendar.refused.${answer.refused}`)}
          </Notice>
        )}
        {isDone && !answer && (
          <Notice tone="good" role="status">
            {t('calendar.saved')}
          </Notice>
        )}
        <LinkTabs
          label={t('calendar.year')}
          tabs={year.years.map((one) => ({ to: `?year=${one}`, label: String(one), isCurrent: one === year.year }))}
        />
        <YearSource year={year} />
      </div>
      <YearView year={year} canEdit={canEdit} />
      {canEdit && <OverrideForm day={chosen} form={form} reply={answer?.reply} preview={answer?.preview ?? null} />}
      <ChangeList changes={changes} form={form} canEdit={canEdit} />
    </div>
  )
}

/** Where the days of the year come from, and whether they are official. */
function YearSource({ year }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'year'>) {
  const { t, format } = useLanguage()
  const { source, workingDays } = year
  if (source === null) return <Notice tone="attention">{t('calendar.no_data')}</Notice>
  return (
    <>
      <p className="text-muted">
        {format.workingDays(workingDays)}. {t('calendar.from')}{' '}
        <SourceLabel source={{ label: source.label, url: null }} />
      </p>
      {source.confidence !== 'high' && <Notice tone="attention">{t('calendar.computed')}</Notice>}
    </>
  )
}
