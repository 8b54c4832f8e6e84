import type { TownStatus } from '#app/domain/towns/model'
import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DataTable } from '#app/ui/data-table'
import { Link } from '@remix-run/react'
import { LocalText } from './local-text'
import { SourceLabel } from './source-label'

export type TownRow = {
  key: string
  name: Localized
  region: Localized
  count: number
  /** How many published sites there are, how many confirmed in time, and how many overdue; null when there is none. */
  score: { published: number; inTime: number; overdue: number } | null
  /** The status that holds today. */
  status: TownStatus | null
}

/** Orders of the list of towns; by name unless asked. */
const townOrders = ['name', 'sites', 'freshness'] as const
export type TownOrder = (typeof townOrders)[number]

/** The order that an address names. */
export function townOrderOf(text: string | null): TownOrder {
  return townOrders.find((order) => order === text) ?? 'name'
}

/** Towns that come by name, in another order: most sites or best kept data first, what is not known last. */
export function sortTowns(towns: readonly TownRow[], order: TownOrder): TownRow[] {
  if (order === 'name') return [...towns]
  const value = ({ count, score }: TownRow) => (order === 'sites' ? count : score ? score.inTime / score.published : -1)
  return [...towns].sort((left, right) => value(right) - value(left))
}

/** The towns that are on the list today, with what they offer and how well they keep it. */
export function ListedTowns({ towns, order }: { towns: TownRow[]; order: TownOrder }) {
  const { t, href, format } = useLanguage()
  return (
    <DataTable
      caption={t('towns.listed', { value: format.number(towns.length) })}
      rows={towns}
      rowKey={(town) => town.key}
      columns={[
        {
          key: 'name',
          header: t('towns.column.town'),
          isRowHeader: true,
          sort: { to: '?', by: order === 'name' ? 'ascending' : null },
          cell: (town) => <TownLink town={town} />,
        },
        { key: 'region', header: t('towns.column.region'), cell: (town) => <LocalText text={town.region} /> },
        {
          key: 'sites',
          header: t('towns.column.sites'),
          sort: { to: '?sort=sites', by: order === 'sites' ? 'descending' : null },
          isNumeric: true,
          cell: ({ key, count }) =>
            count === 0 ? (
              format.number(0)
            ) : (
              <Link to={href(`/sites?town=${key}`)} className="underline">
                {format.number(count)}
              </Link>
            ),
        },
        {
          key: 'freshness',
          header: t('freshness.score.column'),
          isNumeric: true,
          sort: { to: '?sort=freshness', by: order === 'freshness' ? 'descending' : null },
          cell: ({ score }) => <Score score={score} />,
        },
      ]}
    />
  )
}

function Score({ score }: Pick<TownRow, 'score'>) {
  const { t, format } = useLanguage()
  if (score === null) return <span className="text-muted">{t('freshness.score.none')}</span>
  return (
    <>
      {format.percent(score.inTime / score.published)}
      {score.overdue > 0 && (
        <span className="text-muted block text-sm">
          {t('freshness.score.overdue', { count: score.overdue, value: format.number(score.overdue) })}
        </span>
      )}
    </>
  )
}

/** The towns that left the list, each with when, by which order, and how sure that is. */
export function LeftTowns({ towns }: { towns: TownRow[] }) {
  const { t, format } = useLanguage()
  return (
    <DataTable
      caption={t('towns.left', { value: format.number(towns.length) })}
      rows={towns}
      rowKey={(town) => town.key}
      columns={[
        { key: 'name', header: t('towns.column.town'), isRowHeader: true, cell: (town) => <TownLink town={town} /> },
        { key: 'region', header: t('towns.column.region'), cell: (town) => <LocalText text={town.region} /> },
        {
          key: 'since',
          header: t('towns.column.since'),
          cell: ({ status }) => (status ? <Since status={status} /> : t('ui.state.unknown')),
        },
        { key: 'source', header: t('towns.column.source'), cell: ({ status }) => status && <Origin status={status} /> },
      ]}
    />
  )
}

function TownLink({ town }: { town: TownRow }) {
  const { lang, href } = useLanguage()
  const name = chooseText(town.name, lang)
  return (
    <Link
      to={href(`/towns/${town.key}`)}
      className="underline"
      lang={name.language === lang ? undefined : name.language}
    >
      {name.text}
    </Link>
  )
}

/** Since when a status holds, as exactly as the sources say. */
export function Since({ status }: { status: TownStatus }) {
  const { t, format } = useLanguage()
  if (status.validFrom !== null) return <>{format.date(status.validFrom)}</>
  return status.validFromWords ? <LocalText text={status.validFromWords} /> : <>{t('ui.state.unknown')}</>
}

/** Order, source and confidence of a status. */
export function Origin({ status }: { status: TownStatus }) {
  const { t } = useLanguage()
  return (
    <>
      {status.order !== null && (
        <>
          <span lang="zxx">{status.order}</span>
          {' · '}
        </>
      )}
      <SourceLabel source={status.source} />
      <span className="text-muted text-sm"> · {t(`towns.confidence.${status.confidence}`)}</span>
    </>
  )
}
