import type { RuleView } from '#app/domain/eligibility/view'
import { useLanguage } from '#app/platform/i18n/use-language'
import { CheckList } from '#app/ui/check-list'
import { useReasonWords } from './use-reason-words'

/** Rules with their answers: why, who can help, and where the rule stands. */
export function RuleList({ rules }: { rules: readonly RuleView[] }) {
  return (
    <CheckList
      items={rules.map((rule) => ({
        key: rule.code,
        verdict: rule.answer,
        text: <RuleText rule={rule} />,
      }))}
    />
  )
}

function RuleText({ rule }: { rule: RuleView }) {
  const { t } = useLanguage()
  const say = useReasonWords()
  const reasons = rule.because.map(say).filter((words) => words !== '')
  const who = rule.supply.map((supplier) => t(`eligibility.supplier.${supplier}`)).join(', ')
  const parts = [
    ...(rule.consequence === 'met' ? [] : [t(`eligibility.consequence.${rule.consequence}`)]),
    ...reasons,
    ...(who === '' ? [] : [t('eligibility.who', { list: who })]),
  ]
  return (
    <>
      {rule.question}
      {parts.length > 0 && <span className="block text-sm">{parts.join(' · ')}</span>}
      <span className="text-muted block text-sm">
        <Citation rule={rule} />
      </span>
    </>
  )
}

function Citation({ rule }: { rule: RuleView }) {
  const { t } = useLanguage()
  return (
    <>
      {rule.link === null ? (
        rule.citation
      ) : (
        <a href={rule.link} rel="noreferrer" className="underline">
          {rule.citation}
        </a>
      )}
      {rule.isUnverified && <> {t('eligibility.unverified_citation')}</>}
    </>
  )
}
