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
  /** The status that holds today. */
  status: TownStatus | null
}

/** The towns that are on the list today, with what they offer. */
export function ListedTowns({ towns }: { towns: TownRow[] }) {
  const { t, href, format } = useLanguage()
  return (
    <DataTable
      caption={t('towns.listed', { value: format.number(towns.length) })}
      rows={towns}
      rowKey={(town) => town.key}
      columns={[
        { key: 'name', header: t('towns.column.town'), isRowHeader: true, cell: (town) => <TownLink town={town} /> },
        { key: 'region', header: t('towns.column.region'), cell: (town) => <LocalText text={town.region} /> },
        {
          key: 'sites',
          header: t('towns.column.sites'),
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
      ]}
    />
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
