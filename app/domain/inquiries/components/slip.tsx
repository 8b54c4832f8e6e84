import { localDateOf, type LocalDate } from '#app/domain/kernel/local-date'
import { useLanguage } from '#app/platform/i18n/use-language'
import { FactList } from '#app/ui/fact-list'
import type { ClocksView, InvestorCase } from '../model'
import { LocalName } from './own-words'

/** The slip (APPC art. 64.2): number, moment, day of registration, who answers. */
export function Slip({ inquiry }: { inquiry: InvestorCase }) {
  const { t, format } = useLanguage()
  const registeredOn = inquiry.parts[0]?.clocks.registeredOn ?? null
  return (
    <FactList
      facts={[
        {
          label: t('inquiries.fact.number'),
          value: <strong className="text-lg tabular-nums">{inquiry.number}</strong>,
        },
        { label: t('inquiries.fact.received'), value: format.dateTime(inquiry.receivedAt) },
        ...(registeredOn === null
          ? []
          : [
              {
                label: t('inquiries.fact.registered'),
                value: <RegisteredOn day={registeredOn} at={inquiry.receivedAt} />,
              },
            ]),
        {
          label: t('inquiries.fact.body'),
          value: (
            <ul className="flex flex-col gap-2">
              {inquiry.parts.map(({ part, body, clocks }) => (
                <li key={part}>
                  <strong className="font-semibold">
                    <LocalName of={body} />
                  </strong>
                  <DueDays clocks={clocks} />
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}

/** The days that the slip promises: the first answer or the next step, and the answer by law. */
function DueDays({ clocks: { promise, legal } }: { clocks: ClocksView }) {
  const { t, format } = useLanguage()
  return (
    <>
      {promise !== null && promise.due !== null && (
        <span className="block">
          {t(promise.key === 'first_answer' ? 'investor.case.promise_due' : 'investor.case.step_due')}:{' '}
          {format.date(promise.due)}
        </span>
      )}
      {legal !== null && legal.due !== null && (
        <span className="block">
          {t('investor.case.legal_due')}: {format.date(legal.due)} ({t('inquiries.clock.article')})
        </span>
      )}
    </>
  )
}

function RegisteredOn({ day, at }: { day: LocalDate; at: string }) {
  const { t, format } = useLanguage()
  const date = format.longDate(day)
  return <>{day === localDateOf(new Date(at)) ? date : t('inquiries.fact.registered_later', { date })}</>
}
