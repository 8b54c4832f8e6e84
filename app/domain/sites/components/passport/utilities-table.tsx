import { unitOf, utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import type { Utility } from '#app/domain/sites/model'
import { freeCapacity } from '#app/domain/sites/rules'
import { useLanguage } from '#app/platform/i18n/use-language'
import { CapacityBar } from '#app/ui/capacity-bar'
import { DataTable, type Column } from '#app/ui/data-table'
import { Icon, type IconShape } from '#app/ui/icon'
import { Cloud, Droplet, Flame, Thermometer, Waves, Wifi, Zap } from 'lucide-react'
import type { PassportData } from './passport-data'

const icons: Record<UtilityKind, IconShape> = {
  electricity: Zap,
  water: Droplet,
  sewer: Waves,
  heat: Thermometer,
  gas: Flame,
  steam: Cloud,
  telecom: Wifi,
}

/** What each network gives today: how much is free, and who says so. */
export function UtilitiesTable({ data }: { data: PassportData }) {
  const { t } = useLanguage()
  const isStale = data.freshness === 'stale' || data.freshness === 'lapsed'
  const columns: Column<UtilityKind>[] = [
    { key: 'name', header: t('passport.utility.name'), isRowHeader: true, cell: (kind) => <Name kind={kind} /> },
    {
      key: 'free',
      header: t('passport.utility.free'),
      cell: (kind) => <Free kind={kind} utility={data.dossier.utilities[kind]} isStale={isStale} />,
    },
    {
      key: 'source',
      header: t('passport.utility.source'),
      cell: (kind) => <Source utility={data.dossier.utilities[kind]} isStale={isStale} />,
    },
  ]
  return <DataTable caption={t('passport.utilities')} columns={columns} rows={utilityKinds} rowKey={(kind) => kind} />
}

function Name({ kind }: { kind: UtilityKind }) {
  const { t } = useLanguage()
  return (
    <span className="flex items-center gap-2">
      <Icon of={icons[kind]} className="text-muted" />
      {t(`sites.utility.${kind}`)}
    </span>
  )
}

type FreeProps = { kind: UtilityKind; utility: Utility; isStale: boolean }

function Free({ kind, utility, isStale }: FreeProps) {
  const { t } = useLanguage()
  const free = freeCapacity(utility)
  if (utility.presence === 'unknown' && free === null) return <Unknown utility={utility} />
  if (utility.presence === 'none' || utility.presence === 'planned') {
    return (
      <p className="text-muted">
        {t(`sites.presence.${utility.presence}`)}
        <Distance utility={utility} />
      </p>
    )
  }
  return (
    <>
      {free === null ? (
        <Unknown utility={utility} />
      ) : (
        <CapacityBar
          free={free}
          reserved={utility.reserved}
          installed={utility.installed}
          unit={unitOf[kind]}
          isStale={isStale}
        />
      )}
      <p className="text-muted mt-1 text-sm">
        {t(`sites.presence.${utility.presence}`)}
        <Distance utility={utility} />
        {utility.operator !== '' && <span lang="zxx"> · {utility.operator}</span>}
      </p>
    </>
  )
}

function Unknown({ utility }: { utility: Utility }) {
  const { t } = useLanguage()
  if (utility.operator === '') return <p className="text-muted">{t('passport.unknown_akimat')}</p>
  return (
    <p className="text-muted">
      {t('passport.unknown_operator')} <span lang="zxx">{utility.operator}</span>
    </p>
  )
}

function Distance({ utility: { distanceM } }: { utility: Utility }) {
  const { t, format } = useLanguage()
  if (distanceM === null || distanceM === 0) return null
  const distance = distanceM >= 1000 ? format.quantity(distanceM / 1000, 'km') : format.quantity(distanceM, 'm')
  return <> · {t('passport.connection_at', { distance })}</>
}

function Source({ utility, isStale }: { utility: Utility; isStale: boolean }) {
  const { t, format } = useLanguage()
  const { source, reference, asOf, validUntil } = utility.provenance
  if (source === null && reference === '' && asOf === null) {
    return <span className="text-muted">{t('passport.no_source')}</span>
  }
  return (
    <div className={isStale ? 'text-muted' : undefined}>
      <p>
        {source !== null && <span className="inline-block first-letter:uppercase">{t(`sites.source.${source}`)}</span>}
        {reference !== '' && <span lang="zxx"> {reference}</span>}
        {asOf !== null && <>, {format.date(asOf)}</>}
      </p>
      {validUntil !== null && (
        <p className="text-muted text-sm">{t('passport.valid_until', { date: format.date(validUntil) })}</p>
      )}
      {isStale && <p className="text-sm font-semibold">{t('passport.being_checked')}</p>}
    </div>
  )
}
