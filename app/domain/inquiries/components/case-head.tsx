import type { LocalDate } from '#app/domain/kernel/local-date'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip, DemoChip } from '#app/ui/chip'
import { Clock } from 'lucide-react'
import type { BodyCase } from '../model'
import { dueTone, useDueWords } from './due-words'
import { OwnLine, OwnText } from './own-words'
import { StateChip } from './state-chip'

/** Title, clocks in words, state, and the letter with which the case began. */
export function CaseHead({ inquiry, today }: { inquiry: BodyCase; today: LocalDate }) {
  const { t, format } = useLanguage()
  const words = useDueWords(today)
  const { due, legal } = inquiry.clocks
  return (
    <>
      <header className="flex flex-col gap-2">
        <p className="text-muted text-sm tabular-nums">
          {t('inquiries.case.number', { number: inquiry.number })}
          {inquiry.parts > 1 && ` · ${t('spk.part', { part: inquiry.part, total: inquiry.parts })}`}
        </p>
        <h1 className="text-xl font-bold break-words">
          <OwnLine>{inquiry.title}</OwnLine>
        </h1>
        <div className="flex flex-wrap gap-2">
          {due.key !== null && due.due !== null && (
            <Chip tone={dueTone(due, today)} icon={Clock}>
              {t(`inquiries.clock.key.${due.key}`)} {t('inquiries.clock.until', { date: format.dayAndTime(due.due) })}:{' '}
              {words(due)}
            </Chip>
          )}
          {due.ring === 'paused' && <Chip icon={Clock}>{words(due)}</Chip>}
          {legal !== null && legal.endedAt === null && legal.due !== null && due.key !== 'legal' && (
            <Chip>
              {t('inquiries.clock.key.legal')} {t('inquiries.clock.until', { date: format.date(legal.due) })} (
              {t('inquiries.clock.article')})
            </Chip>
          )}
          <StateChip state={inquiry.state} />
          {inquiry.isDemo && <DemoChip />}
        </div>
        <p className="text-muted text-sm">
          {t('inquiries.fact.officer')}:{' '}
          {inquiry.assignee === null ? t('inquiries.fact.nobody') : <OwnLine>{inquiry.assignee}</OwnLine>}
        </p>
      </header>
      <article className="border-line bg-surface flex flex-col gap-1 rounded-lg border px-4 py-3 sm:mr-10">
        <p className="text-muted text-sm">
          <OwnLine>{inquiry.person.organization ?? inquiry.person.name}</OwnLine> ·{' '}
          <time dateTime={inquiry.receivedAt} className="tabular-nums">
            {format.dateTime(inquiry.receivedAt)}
          </time>{' '}
          · {t(`spk.letter_in.${inquiry.locale}`)}
        </p>
        <OwnText>{inquiry.text}</OwnText>
      </article>
    </>
  )
}
