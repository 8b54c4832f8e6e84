import { unitOf, type UtilityKind } from '#app/domain/kernel/quantity'
import type { PassportData, UtilityRow } from '#app/domain/sites/passport/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { CapacityBar } from '#app/ui/capacity-bar'
import { DataTable, type Column } from '#app/ui/data-table'
import { Icon, type IconShape } from '#app/ui/icon'
import { Cloud, Droplet, Flame, Thermometer, Waves, Wifi, Zap } from 'lucide-react'
import { AskAbout } from './ask-about'
import { SourceText } from './fact-rows'
import { StaleNote } from './passport-section'
import { Say } from './say'

const icons: Record<UtilityKind, IconShape> = {
  electricity: Zap,
  water: Droplet,
  sewer: Waves,
  heat: Thermometer,
  gas: Flame,
  steam: Cloud,
  telecom: Wifi,
}

/** What each network gives today: how much is free, by what it is limited, and who says so. */
export function UtilitiesTable({ data: { utilities, stale } }: { data: PassportData }) {
  const { t } = useLanguage()
  const isStale = stale.utilities !== undefined
  const columns: Column<UtilityRow>[] = [
    { key: 'name', header: t('passport.utility.name'), isRowHeader: true, cell: (row) => <Name kind={row.kind} /> },
    { key: 'free', header: t('passport.utility.free'), cell: (row) => <Free row={row} isStale={isStale} /> },
    { key: 'source', header: t('passport.utility.source'), cell: (row) => <Source row={row} isStale={isStale} /> },
  ]
  return (
    <section id="utilities">
      <StaleNote text={stale.utilities} />
      <DataTable caption={t('passport.utilities')} columns={columns} rows={utilities} rowKey={(row) => row.kind} />
    </section>
  )
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

function Free({ row, isStale }: { row: UtilityRow; isStale: boolean }) {
  const { kind, free, reserved, installed, whom, place, technical, isThere } = row
  return (
    <>
      {free !== null && <CapacityBar {...{ free, reserved, installed, isStale }} unit={unitOf[kind]} />}
      {whom !== null && (
        <p className="text-muted">
          <Say of={whom} />
        </p>
      )}
      <p className={`text-muted ${isThere ? 'mt-1 text-sm' : ''}`}>
        <Say of={place} />
      </p>
      <p className="text-muted text-sm">
        <Say of={technical} />
      </p>
      <AskAbout under={`utilities.${kind}.`} />
    </>
  )
}

function Source({ row: { source, conditions, whom, place }, isStale }: { row: UtilityRow; isStale: boolean }) {
  const { t } = useLanguage()
  const isBlank = whom !== null && place === ''
  return (
    <div className={isStale ? 'text-muted' : undefined}>
      {source === null ? (
        <span className="text-muted">{isBlank ? '—' : t('passport.no_source')}</span>
      ) : (
        <p>
          <SourceText source={source} />
        </p>
      )}
      {conditions !== null && (
        <p className="text-muted text-sm">
          {t('passport.conditions')}: <SourceText source={conditions} />
          {conditions.cost !== null && <span className="block">{conditions.cost}</span>}
        </p>
      )}
    </div>
  )
}
