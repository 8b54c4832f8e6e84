import type { Localized } from '#app/domain/kernel/localized'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { Steps } from '#app/ui/timeline'
import type { Foresight } from '../model'
import { LocalName } from './own-words'

type NextStepsProps = {
  foresight: Foresight
  bodies: readonly Localized[]
  /** The letter has come already: its link was opened. */
  hasLetter?: boolean
}

/** What happens after sending and when, by the calendar of today. */
export function NextSteps({ foresight, bodies, hasLetter = false }: NextStepsProps) {
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
      {bodies.length > 0 && (
        <div>
          <p className="text-muted text-sm">{t('inquiries.next.who')}</p>
          {bodies.map((body) => (
            <p key={body.ru} className="font-semibold">
              <LocalName of={body} />
            </p>
          ))}
        </div>
      )}
    </section>
  )
}
