import { useLanguage } from '#app/platform/i18n/use-language'
import { FactList } from '#app/ui/fact-list'
import type { Outcome } from '../model'
import { OwnLine } from './own-words'

/** What the contract brings, as far as it was said. */
export function OutcomeFacts({ outcome }: { outcome: Outcome }) {
  const { t, format } = useLanguage()
  const { contractNumber, contractOn, jobs, investmentKzt, reconversion } = outcome
  const facts = [
    { label: t('casework.outcome.contractNumber'), value: contractNumber && <OwnLine>{contractNumber}</OwnLine> },
    { label: t('casework.outcome.contractOn'), value: contractOn && format.date(contractOn) },
    { label: t('casework.outcome.jobs'), value: jobs === null ? null : format.number(jobs) },
    {
      label: t('casework.outcome.investmentKzt'),
      value: investmentKzt === null ? null : format.money(investmentKzt),
    },
    { label: t('casework.outcome.reconversion'), value: reconversion && t(`casework.reconversion.${reconversion}`) },
  ]
  const known = facts.filter(({ value }) => value !== null)
  return known.length === 0 ? <p className="text-muted">{t('ui.state.unknown')}</p> : <FactList facts={known} />
}
