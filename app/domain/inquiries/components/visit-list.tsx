import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip, DemoChip } from '#app/ui/chip'
import { Link } from '@remix-run/react'
import type { VisitLine } from '../visits/model'
import { groupByDay } from '../visits/rules'
import { OwnLine } from './own-words'

/** Agreed visits day by day. */
export function VisitDays({ lines }: { lines: readonly VisitLine[] }) {
  const { t, format } = useLanguage()
  const days = groupByDay(lines)
  if (days.length === 0) return <p className="text-muted">{t('visits.list.none_agreed')}</p>
  return (
    <>
      {days.map(({ day, lines: ofDay }) => (
        <VisitList key={day} title={format.longDate(day)} lines={ofDay} />
      ))}
    </>
  )
}

/** Visits under one heading, each with its case and its calendar file. */
export function VisitList({ title, lines }: { title: string; lines: readonly VisitLine[] }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg font-bold">{title}</h2>
      <ul className="divide-line border-line divide-y border-y">
        {lines.map((line) => (
          <li key={line.id} className="py-3">
            <VisitRow line={line} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function VisitRow({ line }: { line: VisitLine }) {
  const { t, format, href } = useLanguage()
  const times = line.startsAt === null ? line.times : [line.startsAt]
  return (
    <article className="grid gap-x-6 gap-y-1 sm:grid-cols-[9rem_1fr_auto]">
      <div className="tabular-nums">
        {times.map((time) => (
          <p key={time} className={line.startsAt === null ? 'text-muted' : 'font-semibold'}>
            <time dateTime={time}>{format.dayAndTime(new Date(time))}</time>
          </p>
        ))}
        <p className="text-muted text-sm">{t('visits.minutes', { value: format.number(line.minutes) })}</p>
      </div>
      <div className="min-w-0">
        <h3 className="font-semibold break-words">
          <Link
            to={href(`/spk/inquiries/${line.number}/${line.part}`)}
            className="inline-flex min-h-11 items-center sm:min-h-0"
          >
            <OwnLine>{line.title}</OwnLine>
          </Link>
        </h3>
        <p className="text-muted text-sm break-words">
          <OwnLine>{line.from}</OwnLine> · <span className="whitespace-nowrap">{line.sites.join(', ')}</span> ·{' '}
          <span className="tabular-nums">{line.number}</span> {line.isDemo && <DemoChip />}
        </p>
        <p className="text-sm break-words">
          <OwnLine>{line.place}</OwnLine> · <OwnLine>{line.contact}</OwnLine>
        </p>
        {line.official !== null && (
          <p className="text-muted text-sm">
            {t('visits.official')}: <OwnLine>{line.official}</OwnLine>
          </p>
        )}
      </div>
      <div>
        {line.startsAt === null ? (
          <Chip tone="attention">{t('visits.state.proposed')}</Chip>
        ) : (
          <a
            href={href(`/spk/visits/${line.id}/visit.ics`)}
            download
            className="text-accent inline-flex min-h-11 items-center"
          >
            {t('visits.to_calendar')}
            <span className="sr-only">: {line.number}</span>
          </a>
        )}
      </div>
    </article>
  )
}
