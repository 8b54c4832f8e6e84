import type { PromiseLine } from '#app/domain/inquiries/terms/model'
import { sayTime } from '#app/domain/inquiries/terms/schema'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Chip, type Tone } from '#app/ui/chip'
import { DataTable } from '#app/ui/data-table'
import { Form } from '#app/ui/form/form'
import { OwnLine } from '../own-words'

const tones: Record<PromiseLine['state'], Tone> = {
  in_force: 'good',
  planned: 'accent',
  past: 'neutral',
  canceled: 'neutral',
}

/** Every version of the promise; one that has not begun can be taken back. */
export function PromiseTable({ promises, canEdit }: { promises: readonly PromiseLine[]; canEdit: boolean }) {
  const { t, format } = useLanguage()
  if (promises.length === 0) return <p className="text-muted">{t('terms.first')}</p>
  return (
    <DataTable
      caption={t('terms.versions')}
      rows={promises}
      rowKey={({ version }) => String(version)}
      columns={[
        {
          key: 'from',
          header: t('terms.from'),
          isRowHeader: true,
          cell: ({ from, state }) => (
            <span className="flex flex-wrap items-center gap-2">
              {format.date(from)} <Chip tone={tones[state]}>{t(`terms.state.${state}`)}</Chip>
            </span>
          ),
        },
        {
          key: 'first',
          header: t('terms.first_answer'),
          cell: ({ firstAnswerDays }) => format.workingDays(firstAnswerDays),
        },
        { key: 'next', header: t('terms.next_step'), cell: ({ nextStepDays }) => format.workingDays(nextStepDays) },
        { key: 'warn', header: t('terms.warn'), cell: ({ warnPercent }) => format.percent(warnPercent / 100) },
        {
          key: 'hours',
          header: t('terms.hours'),
          cell: ({ officeStart, officeEnd }) => `${sayTime(officeStart)}–${sayTime(officeEnd)}`,
        },
        {
          key: 'citation',
          header: t('terms.citation'),
          cell: ({ citation, by }) => (
            <span className="flex flex-col">
              <OwnLine>{citation}</OwnLine>
              {by !== null && (
                <span className="text-muted text-sm">
                  <OwnLine>{by}</OwnLine>
                </span>
              )}
            </span>
          ),
        },
        ...(canEdit
          ? [{ key: 'cancel', header: t('terms.actions'), cell: (line: PromiseLine) => <CancelCell {...line} /> }]
          : []),
      ]}
    />
  )
}

function CancelCell({ version, state }: PromiseLine) {
  const { t } = useLanguage()
  if (state !== 'planned') return null
  return (
    <Form method="post" action="?">
      <input type="hidden" name="version" value={version} />
      <Button name="intent" value="cancel" size="small">
        {t('terms.cancel')}
      </Button>
    </Form>
  )
}
