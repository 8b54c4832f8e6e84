import type { Localized } from '#app/domain/kernel/localized'
import { LocalText } from '#app/domain/towns/components/local-text'
import type { Freshness } from '#app/domain/sites/model'
import type { OwnSite } from '#app/domain/sites/own-site'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip, DemoChip, type Tone } from '#app/ui/chip'
import { DataTable, type Column } from '#app/ui/data-table'
import { Link } from '@remix-run/react'

const freshnessTones: Record<Freshness, Tone> = { fresh: 'good', due: 'attention', stale: 'attention', lapsed: 'bad' }

type SitesTableProps = { sites: OwnSite[]; towns: readonly { key: string; name: Localized }[] }

/** The sites of a territory; the town is named only where there are several. */
export function SitesTable({ sites, towns }: SitesTableProps) {
  const { t, format } = useLanguage()
  const columns: (Column<OwnSite> | false)[] = [
    { key: 'name', header: t('akimat.table.site'), isRowHeader: true, cell: (site) => <SiteLink site={site} /> },
    towns.length > 1 && {
      key: 'town',
      header: t('akimat.table.town'),
      cell: (site: OwnSite) => {
        const name = towns.find((town) => town.key === site.townKey)?.name
        return name ? <LocalText text={name} /> : site.townKey
      },
    },
    { key: 'kind', header: t('akimat.table.kind'), cell: (site) => t(`sites.kind.${site.kind}`) },
    { key: 'state', header: t('akimat.table.state'), cell: (site) => <SiteState site={site} /> },
    {
      key: 'completeness',
      header: t('akimat.completeness'),
      isNumeric: true,
      cell: (site) => format.percent(site.completeness / 100),
    },
    { key: 'freshness', header: t('akimat.table.freshness'), cell: (site) => <SiteFreshness site={site} /> },
    {
      key: 'updated',
      header: t('akimat.table.updated'),
      isNumeric: true,
      cell: (site) => format.date(new Date(site.updatedAt)),
    },
  ]
  return (
    <DataTable
      caption={t('akimat.desk.sites')}
      isCaptionHidden
      columns={columns.filter((column) => column !== false)}
      rows={sites}
      rowKey={(site) => site.number}
    />
  )
}

function SiteLink({ site }: { site: OwnSite }) {
  const { href } = useLanguage()
  return (
    <>
      <Link to={href(`/akimat/sites/${site.number}`)} className="inline-flex min-h-8 items-center underline">
        <LocalText text={site.name} />
      </Link>
      <span className="text-muted flex flex-wrap items-center gap-2 text-sm font-normal">
        {site.number} {site.isDemo && <DemoChip />}
      </span>
    </>
  )
}

function SiteFreshness({ site: { freshness } }: { site: OwnSite }) {
  const { t } = useLanguage()
  if (freshness === null) return <span className="text-muted">{t('ui.state.not_applicable')}</span>
  return <Chip tone={freshnessTones[freshness]}>{t(`sites.freshness.${freshness}`)}</Chip>
}

/** What is public, and what is in work beside it. */
export function SiteState({ site }: { site: Pick<OwnSite, 'status' | 'openState'> }) {
  const { t } = useLanguage()
  const { status, openState } = site
  return (
    <span className="flex flex-wrap gap-1">
      {status !== 'draft' && (
        <Chip tone={status === 'published' ? 'accent' : 'neutral'}>{t(`sites.status.${status}`)}</Chip>
      )}
      {openState !== null && (
        <Chip tone={openState === 'draft' ? 'neutral' : 'attention'}>{t(`sites.state.${openState}`)}</Chip>
      )}
    </span>
  )
}
