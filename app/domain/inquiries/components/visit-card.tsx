import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip } from '#app/ui/chip'
import { Icon } from '#app/ui/icon'
import { CalendarClock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { VisitView } from '../visits/model'
import { OwnLine } from './own-words'

type VisitCardProps = {
  visit: VisitView
  /** Where the calendar file of an agreed visit is. */
  file: string
  /** What can be done with it. */
  children?: ReactNode
}

/** A visit in one glance: when, how long, where, whom to ask for. */
export function VisitCard({ visit, file, children }: VisitCardProps) {
  const { t, format } = useLanguage()
  const { startsAt, times, minutes, place, contact, official } = visit
  return (
    <section
      aria-label={t('visits.title')}
      className="border-line bg-surface flex flex-col gap-3 rounded-lg border p-4"
    >
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="flex items-center gap-2 text-base font-bold">
          <Icon of={CalendarClock} size={20} />
          {t('visits.title')}
        </h3>
        <Chip tone={startsAt === null ? 'attention' : visit.isPast ? 'neutral' : 'good'}>
          {t(`visits.state.${startsAt === null ? 'proposed' : visit.isPast ? 'past' : 'accepted'}`)}
        </Chip>
      </div>
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[auto_1fr]">
        <dt className="text-muted">{t(startsAt === null ? 'visits.times' : 'visits.when')}</dt>
        <dd className="tabular-nums">
          {(startsAt === null ? times : [startsAt]).map((time) => (
            <p key={time}>
              <time dateTime={time}>{format.dayAndTime(new Date(time))}</time> ·{' '}
              {t('visits.minutes', { value: format.number(minutes) })}
            </p>
          ))}
        </dd>
        <dt className="text-muted">{t('visits.place')}</dt>
        <dd className="break-words">
          <OwnLine>{place}</OwnLine>
        </dd>
        <dt className="text-muted">{t('visits.contact')}</dt>
        <dd className="break-words">
          <OwnLine>{contact}</OwnLine>
        </dd>
        {official !== null && (
          <>
            <dt className="text-muted">{t('visits.official')}</dt>
            <dd>
              <OwnLine>{official}</OwnLine>
            </dd>
          </>
        )}
      </dl>
      {startsAt !== null && (
        <p>
          <a href={file} download className="text-accent inline-flex min-h-11 items-center font-medium">
            {t('visits.to_calendar')}
          </a>
        </p>
      )}
      {children}
    </section>
  )
}
