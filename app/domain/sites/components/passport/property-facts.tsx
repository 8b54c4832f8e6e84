import type { BuildingView, PassportData } from '#app/domain/sites/passport/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DataTable, type Column } from '#app/ui/data-table'
import { AskAbout } from './ask-about'
import { FactRows } from './fact-rows'
import { PassportSection, StaleNote } from './passport-section'
import { Say } from './say'

/** What compares the buildings, and folded below it everything else about each. */
export function Buildings({ data: { buildings, stale } }: { data: PassportData }) {
  const { t } = useLanguage()
  if (buildings.length === 0) return null
  const headers = [
    t('sites.field.totalAreaM2'),
    t('sites.field.freeAreaM2'),
    t('passport.clear_height'),
    t('sites.field.floors'),
    t('sites.field.yearBuilt'),
    t('passport.wear'),
  ]
  const columns: Column<BuildingView>[] = [
    { key: 'name', header: t('passport.building'), isRowHeader: true, cell: (row) => <BuildingName building={row} /> },
    ...headers.map((header, index) => ({
      key: String(index),
      header,
      isNumeric: true,
      cell: ({ figures }: BuildingView) =>
        figures[index] ?? <span className="text-muted text-sm">{t('ui.state.unknown')}</span>,
    })),
  ]
  const hasMore = buildings.filter(({ more }) => more.rows.length > 0 || more.unknown.length > 0)
  return (
    <section id="buildings">
      <StaleNote text={stale.buildings} />
      <div className={stale.buildings === undefined ? undefined : 'text-muted'}>
        <DataTable caption={t('passport.buildings')} columns={columns} rows={buildings} rowKey={keyOf} />
        <AskAbout under="buildings." />
        {hasMore.map((building) => (
          <details key={keyOf(building)} className="border-line border-b" open={buildings.length === 1}>
            <summary className="text-accent hover:text-accent-strong flex min-h-11 items-center font-medium">
              <span>
                <Say of={building.title} />: {t('passport.building_more')}
              </span>
            </summary>
            <div className="pb-4">
              <FactRows block={building.more} supplier="owner" isDense />
            </div>
          </details>
        ))}
      </div>
    </section>
  )
}

function keyOf({ title }: BuildingView): string {
  return JSON.stringify(title)
}

function BuildingName({ building: { title, use } }: { building: BuildingView }) {
  return (
    <>
      <Say of={title} />
      {use !== '' && <span className="text-muted block text-sm font-normal">{use}</span>}
    </>
  )
}

/** Land, transport and environment: a table of what is known, one line of what is not. */
export function Surroundings({ data }: { data: PassportData }) {
  const { t } = useLanguage()
  return (
    <>
      {(['land', 'transport', 'environment'] as const).map((part) => (
        <PassportSection key={part} id={part} title={t(`passport.${part}`)} stale={data.stale[part]}>
          <FactRows block={data[part]} supplier={part === 'environment' ? 'owner' : 'akimat'} />
          <AskAbout under={`${part}.`} />
        </PassportSection>
      ))}
    </>
  )
}
