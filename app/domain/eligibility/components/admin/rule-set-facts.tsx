import type { Parameter, Rule } from '#app/domain/eligibility/model'
import { sayAmount } from '#app/domain/eligibility/reason-words'
import type { RuleSetVersion } from '#app/domain/eligibility/versions'
import { LocalText } from '#app/domain/towns/components/local-text'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DataTable } from '#app/ui/data-table'
import { FactList } from '#app/ui/fact-list'
import { usePeriodWords } from './use-period-words'

/** A version that is published, or that the reader may not change. */
export function RuleSetFacts({ shown }: { shown: RuleSetVersion }) {
  const { t, format } = useLanguage()
  const sayPeriod = usePeriodWords()
  const { validFrom, validUntil, citation, publishedAt, body } = shown
  return (
    <div className="flex flex-col gap-8">
      <FactList
        facts={[
          { label: t('rulesets.citation'), value: citation },
          {
            label: t('rulesets.column.current'),
            value: validFrom === null ? t('rulesets.none') : sayPeriod({ validFrom, validUntil }),
          },
          ...(publishedAt === null ? [] : [{ label: t('rulesets.published_at'), value: format.dateTime(publishedAt) }]),
        ]}
      />
      <ParameterTable parameters={body.parameters} />
    </div>
  )
}

function ParameterTable({ parameters }: { parameters: readonly Parameter[] }) {
  const speech = useLanguage()
  const { t } = speech
  if (parameters.length === 0) return <p className="text-muted">{t('rulesets.no_parameters')}</p>
  return (
    <DataTable
      caption={t('rulesets.parameters')}
      rows={parameters}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'label',
          header: t('rulesets.parameter'),
          isRowHeader: true,
          cell: ({ label }) => <LocalText text={label} />,
        },
        {
          key: 'value',
          header: t('rulesets.value'),
          cell: ({ value, unit }) =>
            value === null ? <span className="text-muted">{t('rulesets.empty')}</span> : sayAmount(value, unit, speech),
        },
        { key: 'source', header: t('rulesets.source'), cell: ({ citation }) => citation },
      ]}
    />
  )
}

/** The rules of a version. They come with the product: what admins change are the parameters they use. */
export function RuleTable({ rules }: { rules: readonly Rule[] }) {
  const { t } = useLanguage()
  if (rules.length === 0) return <p className="text-muted">{t('rulesets.no_rules')}</p>
  return (
    <DataTable
      caption={t('rulesets.rules')}
      rows={rules}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'question',
          header: t('rulesets.rule'),
          isRowHeader: true,
          cell: ({ question }) => <LocalText text={question} />,
        },
        { key: 'effect', header: t('rulesets.effect'), cell: ({ effect }) => t(`rulesets.effect_of.${effect}`) },
        {
          key: 'unknown',
          header: t('rulesets.if_unknown'),
          cell: ({ ifUnknown }) => t(`rulesets.if_unknown_of.${ifUnknown}`),
        },
        {
          key: 'who',
          header: t('rulesets.who'),
          cell: ({ supply }) => supply.map((supplier) => t(`eligibility.supplier.${supplier}`)).join(', '),
        },
        {
          key: 'source',
          header: t('rulesets.source'),
          cell: ({ citation }) =>
            citation.link === null ? (
              <LocalText text={citation.text} />
            ) : (
              <a href={citation.link} rel="noreferrer" className="underline">
                <LocalText text={citation.text} />
              </a>
            ),
        },
      ]}
    />
  )
}
