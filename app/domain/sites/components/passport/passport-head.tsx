import { zoneVerdict } from '#app/domain/sites/rules'
import { passportWarning } from '#app/domain/sites/passport-rules'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Breadcrumbs } from '#app/ui/breadcrumbs'
import { Chip, DemoChip } from '#app/ui/chip'
import { Notice } from '#app/ui/notice'
import { Check, Clock } from 'lucide-react'
import { chooseText } from '#app/domain/kernel/localized'
import { LocalText } from '#app/domain/towns/components/local-text'
import type { PassportData } from './passport-data'

/** Way here, name, and in a few chips what kind of site this is and how fresh its data are. */
export function PassportHead({ data }: { data: PassportData }) {
  const { t, lang, href } = useLanguage()
  const { town, number, dossier } = data
  return (
    <header className="flex flex-col gap-2">
      <Breadcrumbs
        crumbs={[
          { label: t('passport.crumb_sites'), to: href('/sites') },
          { label: chooseText(town.name, lang).text, to: href(`/towns/${town.key}`) },
          { label: number },
        ]}
      />
      <h1 className="text-xl font-bold md:text-2xl">
        <LocalText text={dossier.identity.name} />
      </h1>
      <p className="text-muted">
        <LocalText text={town.name} />, <LocalText text={data.region} /> · {t(`sites.kind.${data.kind}`)} · {number}
      </p>
      <div className="flex flex-wrap gap-2">
        <FreshnessChip data={data} />
        <ZoneChip data={data} />
        {dossier.offeredFor.sectors.map((sector) => (
          <Chip key={sector} tone="accent">
            {t(`sites.sector.${sector}`)}
          </Chip>
        ))}
        {data.isDemo && <DemoChip />}
      </div>
    </header>
  )
}

function FreshnessChip({ data: { freshness, confirmedAt } }: { data: PassportData }) {
  const { t, format } = useLanguage()
  const words = t(`sites.freshness.${freshness}`)
  const text = confirmedAt === null ? words : t('passport.confirmed', { words, date: format.date(confirmedAt) })
  const isFresh = freshness === 'fresh'
  return (
    <Chip tone={isFresh ? 'good' : freshness === 'stale' ? 'neutral' : 'attention'} icon={isFresh ? Check : Clock}>
      {text}
    </Chip>
  )
}

function ZoneChip({ data }: { data: PassportData }) {
  const { t } = useLanguage()
  const verdict = zoneVerdict(data.dossier.zone)
  if (verdict !== 'eligible' && verdict !== 'eligible_if') return null
  return (
    <Chip tone={verdict === 'eligible' ? 'good' : 'attention'}>
      {t('passport.zone_chip', { verdict: t(`sites.zone_verdict.${verdict}`) })}
    </Chip>
  )
}

/** What must be known before reading on: taken, withdrawn, or not confirmed in time. */
export function PassportWarning({ data }: { data: PassportData }) {
  const { t, format } = useLanguage()
  const warning = passportWarning(data.status, data.freshness)
  if (warning === null) return null
  const day = warning === 'stale' || warning === 'lapsed' ? data.confirmedAt : data.endedAt
  return (
    <Notice tone={warning === 'stale' ? 'neutral' : 'attention'} title={t(`passport.warning.${warning}.title`)}>
      <p>
        {t(`passport.warning.${warning}.text`)}
        {day !== null && <> {t(`passport.warning.${warning}.date`, { date: format.date(day) })}</>}
      </p>
    </Notice>
  )
}
