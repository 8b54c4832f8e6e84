import type { Building } from '#app/domain/sites/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DataTable, type Column } from '#app/ui/data-table'
import { FactList, type Fact } from '#app/ui/fact-list'
import { isWritten, LocalText } from '#app/domain/towns/components/local-text'
import type { PassportData } from './passport-data'
import { PassportSection } from './passport-section'

export function BuildingsTable({ data: { dossier } }: { data: PassportData }) {
  const { t, format } = useLanguage()
  if (dossier.buildings.length === 0) return null
  const unknown = <span className="text-muted">{t('ui.state.unknown')}</span>
  const rows = dossier.buildings.map((building, index) => ({ ...building, label: format.number(index + 1) }))
  const number = (
    key: keyof Building,
    header: string,
    show: (value: number) => string,
  ): Column<(typeof rows)[number]> => ({
    key,
    header,
    isNumeric: true,
    cell: (row) => {
      const value = row[key]
      return value === null ? unknown : show(value)
    },
  })
  return (
    <DataTable
      caption={t('passport.buildings')}
      rows={rows}
      rowKey={(row) => row.label}
      columns={[
        { key: 'number', header: '№', isRowHeader: true, cell: (row) => row.label },
        number('totalAreaM2', t('sites.field.totalAreaM2'), (value) => format.quantity(value, 'm2')),
        number('freeAreaM2', t('sites.field.freeAreaM2'), (value) => format.quantity(value, 'm2')),
        number('clearHeightM', t('passport.clear_height'), (value) => format.quantity(value, 'm')),
        number('floors', t('sites.field.floors'), (value) => format.number(value)),
        number('yearBuilt', t('sites.field.yearBuilt'), String),
        number('wearPct', t('passport.wear'), (value) => format.percent(value / 100)),
      ]}
    />
  )
}

export function RightsFacts({ data: { dossier } }: { data: PassportData }) {
  const { t, format } = useLanguage()
  const { rights, identity } = dossier
  const unknown = t('ui.state.unknown')
  const facts: Fact[] = [
    { label: t('sites.field.ownership'), value: t(`sites.ownership.${rights.ownership}`) },
    {
      label: t('sites.field.tenures'),
      value: rights.tenures.length === 0 ? unknown : rights.tenures.map((key) => t(`sites.tenure.${key}`)).join(', '),
    },
    {
      label: t('sites.field.idleSince'),
      value: rights.idleSince === null ? unknown : format.month(`${rights.idleSince}-01`),
    },
    {
      label: t('sites.field.encumbrances'),
      value: isWritten(rights.encumbrances) ? <LocalText text={rights.encumbrances} /> : unknown,
    },
    {
      label: t('sites.field.cadastralNumbers'),
      value: identity.cadastralNumbers.length === 0 ? unknown : identity.cadastralNumbers.join(', '),
    },
  ]
  return (
    <PassportSection title={t('passport.rights')}>
      <FactList facts={facts} />
    </PassportSection>
  )
}

export function TransportFacts({ data: { dossier } }: { data: PassportData }) {
  const { t, format } = useLanguage()
  const { roadSurface, highway, highwayKm, railAccess, railKm, railSidingM, railStation } = dossier.transport
  const parts = (...texts: (string | false)[]) => texts.filter(Boolean).join(' · ')
  const facts: Fact[] = [
    { label: t('sites.field.roadSurface'), value: t(`sites.road.${roadSurface}`) },
    {
      label: t('passport.highway'),
      value:
        highway === '' && highwayKm === null ? (
          t('ui.state.unknown')
        ) : (
          <>
            <span lang="zxx">{highway}</span>
            {highway !== '' && highwayKm !== null && ' · '}
            {highwayKm !== null && format.quantity(highwayKm, 'km')}
          </>
        ),
    },
    {
      label: t('sites.field.railAccess'),
      value: parts(
        t(`sites.rail.${railAccess}`),
        railKm !== null && railAccess === 'distance' && format.quantity(railKm, 'km'),
        railSidingM !== null && t('passport.siding_length', { length: format.quantity(railSidingM, 'm') }),
      ),
    },
    {
      label: t('sites.field.railStation'),
      value: railStation === '' ? t('ui.state.unknown') : <span lang="zxx">{railStation}</span>,
    },
  ]
  return (
    <PassportSection title={t('passport.transport')}>
      <FactList facts={facts} />
    </PassportSection>
  )
}
