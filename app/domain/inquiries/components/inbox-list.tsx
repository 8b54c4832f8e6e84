import type { LocalDate } from '#app/domain/kernel/local-date'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip, DemoChip } from '#app/ui/chip'
import { Link } from '@remix-run/react'
import type { InboxLine } from '../model'
import { DueRing } from './due-ring'
import { dueTone, useDueWords } from './due-words'
import { OwnLine } from './own-words'

type InboxListProps = {
  lines: readonly InboxLine[]
  today: LocalDate
  /** Filter of the list, kept in the addresses of the cases. */
  query: string
  current: { number: string; part: number } | null
  /** Each row has a box to tick. */
  isChoosing?: boolean
}

/** Cases by what is due first. */
export function InboxList({ lines, today, query, current, isChoosing = false }: InboxListProps) {
  return (
    <ol className="divide-line border-line divide-y border-y">
      {lines.map((line) => (
        <li key={`${line.number}/${line.part}`} className="has-checked:bg-accent-soft flex items-stretch">
          {isChoosing && <ChooseBox line={line} />}
          <InboxRow
            line={line}
            today={today}
            query={query}
            isCurrent={current?.number === line.number && current.part === line.part}
          />
        </li>
      ))}
    </ol>
  )
}

/** The value says who had the case when it was shown: somebody else may have taken it since. */
function ChooseBox({ line }: { line: InboxLine }) {
  const { t } = useLanguage()
  return (
    <label className="hover:bg-accent-soft flex min-w-11 items-center justify-center pl-3">
      <input
        type="checkbox"
        name="case"
        value={`${line.number}/${line.part}/${line.assigneeId ?? ''}`}
        className="tick size-5 shrink-0"
        aria-label={t('spk.assign.choose_case', { number: line.number })}
      />
    </label>
  )
}

type InboxRowProps = { line: InboxLine; today: LocalDate; query: string; isCurrent: boolean }

function InboxRow({ line, today, query, isCurrent }: InboxRowProps) {
  const { t, href } = useLanguage()
  const words = useDueWords(today)
  const { due } = line
  return (
    <Link
      to={`${href(`/spk/inquiries/${line.number}/${line.part}`)}${query}`}
      aria-current={isCurrent ? 'page' : undefined}
      data-plain
      data-inbox-row
      className="text-ink hover:bg-accent-soft aria-[current]:bg-accent-soft flex min-w-0 flex-1 items-start gap-3 px-4 py-3 no-underline"
    >
      <DueRing due={due} today={today} />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
          <span className="min-w-36 flex-1 font-semibold break-words">
            <OwnLine>{line.title}</OwnLine>
          </span>
          {due.ring !== 'done' && (
            <span className="whitespace-nowrap">
              <Chip tone={dueTone(due, today)}>{words(due)}</Chip>
            </span>
          )}
        </span>
        <span className="text-muted block text-sm break-words">
          <OwnLine>{line.from}</OwnLine> ·{' '}
          <span className="whitespace-nowrap">
            {line.sites[0]}
            {line.sites.length > 1 && ` + ${line.sites.length - 1}`}
          </span>
        </span>
        <span className="text-muted block text-sm">
          <span className="tabular-nums">{line.number}</span> · {t(`inquiries.state.${line.state}`)}
          {!line.isMine && ' · '}
          {!line.isMine && (line.assignee ? <OwnLine>{line.assignee}</OwnLine> : t('spk.unassigned'))}
          {line.isAkimatAsked && ` · ${t('spk.akimat.chip')}`} {line.isDemo && <DemoChip />}
        </span>
      </span>
    </Link>
  )
}
