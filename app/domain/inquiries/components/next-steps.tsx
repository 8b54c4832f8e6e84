import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { Steps } from '#app/ui/timeline'
import type { ForeseenPart, Foresight } from '../foresight'
import { LocalName } from './own-words'
import { RoutingReason } from './routing-reason'

type NextStepsProps = {
  foresight: Foresight
  parts: readonly ForeseenPart[]
  /** The letter has come already: its link was opened. */
  hasLetter?: boolean
}

/** What happens after sending and when, by the calendar of today. */
export function NextSteps({ foresight, parts, hasLetter = false }: NextStepsProps) {
  const { t, format } = useLanguage()
  return (
    <section aria-labelledby="next" className="flex flex-col gap-4">
      <h2 id="next" className="text-lg font-bold">
        {t('inquiries.next.title')}
      </h2>
      <Steps
        steps={[
          ...(hasLetter
            ? []
            : [{ key: 'letter', title: t('inquiries.next.letter'), body: t('inquiries.next.letter_text') }]),
          {
            key: 'registered',
            title: t('inquiries.next.registered', { date: format.date(foresight.registeredOn) }),
            body: t('inquiries.next.registered_text'),
          },
          {
            key: 'promise',
            title: t('inquiries.next.promise', { date: format.date(foresight.firstAnswerDue) }),
            body: t('inquiries.next.promise_text'),
          },
          {
            key: 'legal',
            title: t('inquiries.next.legal', { date: format.date(foresight.legalDue) }),
            body: t('inquiries.next.legal_text'),
          },
        ]}
      />
      {!foresight.isCalendarKnown && <Notice tone="attention">{t('inquiries.next.calendar_unknown')}</Notice>}
      {parts.length > 0 && <WhoAnswers parts={parts} />}
    </section>
  )
}

/** Which body gets which sites and why, and how fast it usually answers. */
function WhoAnswers({ parts }: Pick<NextStepsProps, 'parts'>) {
  const { t, format } = useLanguage()
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted text-sm">
        {parts.length === 1 ? t('inquiries.next.who') : t('investor.next.parts', { count: parts.length })}
      </p>
      {parts.map(({ body, routing, sites, usualDays, rating }) => (
        <div key={body.ru} className="border-line flex flex-col gap-1 border-l-2 pl-4">
          <p className="font-semibold">
            <LocalName of={body} />
          </p>
          {parts.length > 1 && <p className="text-sm">{t('investor.next.about', { sites: sites.join(', ') })}</p>}
          <div className="text-muted text-sm">
            <RoutingReason routing={routing} body={body} />
          </div>
          {usualDays !== null && (
            <p className="text-sm">{t('investor.next.usual', { days: format.workingDays(usualDays) })}</p>
          )}
          {rating !== null && (
            <p className="text-sm">
              {t('investor.next.rating', {
                stars: format.number(rating.average, 1),
                count: rating.count,
                value: format.number(rating.count),
              })}
            </p>
          )}
        </div>
      ))}
      {parts.length > 1 && <p className="text-sm">{t('investor.next.each_clock')}</p>}
    </div>
  )
}
