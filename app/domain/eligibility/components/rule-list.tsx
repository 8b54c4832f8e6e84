import { sayRule } from '#app/domain/eligibility/reason-words'
import type { RuleView } from '#app/domain/eligibility/view'
import { useLanguage } from '#app/platform/i18n/use-language'
import { CheckList } from '#app/ui/check-list'
import { Fragment } from 'react'

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
  const parts = sayRule(rule, useLanguage())
  return (
    <>
      {rule.question}
      {parts.length > 0 && (
        <span className="block text-sm">
          {parts.map(({ text, source }, index) => (
            <Fragment key={text}>
              {index > 0 && ' · '}
              {text}
              {source !== '' && (
                <>
                  {' ('}
                  <cite lang="zxx" className="not-italic">
                    {source}
                  </cite>
                  )
                </>
              )}
            </Fragment>
          ))}
        </span>
      )}
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
