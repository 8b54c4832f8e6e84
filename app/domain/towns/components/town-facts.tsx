import type { Confidence, Fact, Source, TownProfile } from '#app/domain/towns/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import type { ReactNode } from 'react'
import { LocalText } from './local-text'
import { SourceLabel } from './source-label'

/** What is known about a town, each fact with where it comes from and how sure it is. */
export function TownFactsList({ town }: { town: TownProfile }) {
  const { t, format } = useLanguage()
  const { facts } = town
  return (
    <dl className="divide-line divide-y">
      {facts.population && (
        <Row label={t('towns.fact.population')}>
          <Item source={facts.population.source} confidence={facts.population.confidence}>
            <strong className="font-semibold tabular-nums">{format.number(facts.population.value)}</strong>
            {facts.population.note && (
              <span className="text-muted">
                {' '}
                (<LocalText text={facts.population.note} />)
              </span>
            )}
          </Item>
        </Row>
      )}
      <FactsRow label={t('towns.fact.enterprises')} facts={facts.enterprises} />
      <FactsRow label={t('towns.fact.industries')} facts={facts.industries} />
      <FactsRow label={t('towns.fact.zones')} facts={facts.zones} />
      <FactsRow label={t('towns.fact.rail')} facts={facts.rail ? [facts.rail] : []} />
      <FactsRow label={t('towns.fact.road')} facts={facts.road ? [facts.road] : []} />
      <FactsRow label={t('towns.fact.more')} facts={facts.more} />
      <Row label={t('towns.fact.kato')}>
        <Item source={facts.kato.source} confidence={facts.kato.confidence}>
          <span className="tabular-nums">{town.kato}</span>
        </Item>
      </Row>
    </dl>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 py-3 sm:grid-cols-[12rem_1fr]">
      <dt className="text-muted">{label}</dt>
      <dd className="flex min-w-0 flex-col gap-3">{children}</dd>
    </div>
  )
}

function FactsRow({ label, facts }: { label: string; facts: Fact[] }) {
  if (facts.length === 0) return null
  return (
    <Row label={label}>
      {facts.map((fact) => (
        <Item key={fact.words.ru} source={fact.source} confidence={fact.confidence}>
          <LocalText text={fact.words} />
        </Item>
      ))}
    </Row>
  )
}

function Item({ source, confidence, children }: { source: Source; confidence: Confidence; children: ReactNode }) {
  const { t } = useLanguage()
  return (
    <div>
      <p>{children}</p>
      <p className="text-muted text-sm">
        <SourceLabel source={source} />
        {source.label !== 'unverified' && <> · {t(`towns.confidence.${confidence}`)}</>}
      </p>
    </div>
  )
}
