import type { PassportData } from '#app/domain/sites/passport/model'
import { plain } from '#app/domain/sites/passport/said'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Breadcrumbs } from '#app/ui/breadcrumbs'
import { Chip, DemoChip } from '#app/ui/chip'
import { Notice } from '#app/ui/notice'
import { StatRow } from '#app/ui/stat-figure'
import { Check, Clock } from 'lucide-react'
import type { ReactNode } from 'react'
import { Say } from './say'

/** Way here, name, and in a few chips what kind of site this is and how fresh its data are. */
export function PassportHead({ data, chip }: { data: PassportData; chip: ReactNode }) {
  const { t, href } = useLanguage()
  const { town, number, freshness } = data
  const isFresh = freshness === 'fresh'
  return (
    <header className="flex flex-col gap-2">
      <Breadcrumbs
        crumbs={[
          { label: t('passport.crumb_sites'), to: href('/sites') },
          { label: plain(town.name), to: href(`/towns/${town.key}`) },
          { label: number },
        ]}
      />
      <h1 className="text-xl font-bold md:text-2xl">
        <Say of={data.name} />
      </h1>
      <p className="text-muted">
        <Say of={data.place} />
      </p>
      <div className="flex flex-wrap gap-2">
        <Chip tone={isFresh ? 'good' : freshness === 'stale' ? 'neutral' : 'attention'} icon={isFresh ? Check : Clock}>
          {data.freshnessText}
        </Chip>
        <Chip>{data.completeness}</Chip>
        {chip}
        {data.sectors.map((sector) => (
          <Chip key={sector} tone="accent">
            {sector}
          </Chip>
        ))}
        {data.isDemo && <DemoChip />}
      </div>
    </header>
  )
}

/** What must be known before reading on. */
export function PassportWarning({ data: { warning } }: { data: PassportData }) {
  if (warning === null) return null
  return (
    <Notice tone={warning.tone} title={warning.title}>
      <p>
        <Say of={warning.text} />
      </p>
    </Notice>
  )
}

/** The figures that decide whether to read on; what is not known says so, what was not confirmed in time is grey. */
export function KeyFigures({ data: { figures, stale } }: { data: PassportData }) {
  const { t } = useLanguage()
  const unknown = <span className="text-muted text-base font-normal">{t('ui.state.unknown')}</span>
  const stats = figures.map(({ group, value, ...figure }) => {
    const isStale = stale[group] !== undefined
    return {
      ...figure,
      value: value === null ? unknown : isStale ? <span className="text-muted">{value}</span> : value,
    }
  })
  return <StatRow stats={stats} />
}
