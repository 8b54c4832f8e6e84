import { requireRight } from '#app/domain/accounts/session.server'
import { membershipsFor } from '#app/domain/accounts/policy'
import { readDesk } from '#app/domain/inquiries/queries/inbox.server'
import { medianFirstAnswer } from '#app/domain/inquiries/queries/median-first-answer.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { StatRow } from '#app/ui/stat-figure'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.read')
  const own = membershipsFor(actor, 'inquiry.read')[0]?.organizationId ?? null
  return {
    desk: await readDesk(actor),
    median: await medianFirstAnswer(actor, own),
  }
}

export default function Start() {
  const { t, format } = useLanguage()
  const { desk, median } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-8 px-4 py-8 sm:px-8">
      <StatRow
        look="open"
        stats={[
          { label: t('spk.figure.due_today'), value: format.number(desk.dueToday) },
          { label: t('spk.figure.open'), value: format.number(desk.open) },
          {
            label: t('spk.figure.median'),
            value: median.days === null ? t('ui.state.unknown') : format.workingDays(median.days),
            note: t('spk.figure.median_note'),
          },
        ]}
      />
      <div className="max-w-text">
        <p className="text-lg font-semibold">{t('spk.choose')}</p>
        <p className="text-muted">{t('spk.choose_text')}</p>
      </div>
    </div>
  )
}
