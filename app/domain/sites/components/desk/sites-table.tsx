import type { Localized } from '#app/domain/kernel/localized'
import { LocalText } from '#app/domain/towns/components/local-text'
import type { DeskView } from '#app/domain/sites/desk'
import type { OwnSite } from '#app/domain/sites/own-site'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DemoChip } from '#app/ui/chip'
import { DataTable, type Column } from '#app/ui/data-table'
import { Link } from '@remix-run/react'
import { ConfirmBy } from './confirm-by'
import { ConfirmSelection } from './confirm-selection'
import { FreshnessChip, SiteState } from './site-chips'

type SitesTableProps = { sites: OwnSite[]; towns: readonly { key: string; name: Localized }[]; view: DeskView }

/** Views in which sites can be ticked and confirmed together. */
const confirmedIn: readonly DeskView[] = ['to_confirm', 'published']

/** The sites of a territory; the town is named only where there are several. */
export function SitesTable({ sites, towns, view }: SitesTableProps) {
  const isTickable = confirmedIn.includes(view) && sites.some(canConfirm)
  const table = <Table sites={sites} towns={towns} isTickable={isTickable} />
  return isTickable ? <ConfirmSelection view={view}>{table}</ConfirmSelection> : table
}

function canConfirm({ canEdit, freshness }: OwnSite): boolean {
  return canEdit && freshness !== null
}

function Table({ sites, towns, isTickable }: Omit<SitesTableProps, 'view'> & { isTickable: boolean }) {
  const { t, format } = useLanguage()
  const columns: (Column<OwnSite> | false)[] = [
    isTickable && {
      key: 'tick',
      header: t('review.tick'),
      cell: (site: OwnSite) => canConfirm(site) && <Tick number={site.number} />,
    },
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

function Tick({ number }: { number: string }) {
  const { t } = useLanguage()
  return (
    <label className="inline-flex min-h-11 min-w-11 items-center sm:min-h-8">
      <input type="checkbox" name="number" value={number} className="tick size-5" />
      <span className="sr-only">{t('review.tick_of', { number })}</span>
    </label>
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

function SiteFreshness({ site }: { site: OwnSite }) {
  const { t } = useLanguage()
  if (site.freshness === null) return <span className="text-muted">{t('ui.state.not_applicable')}</span>
  return (
    <span className="flex flex-col items-start gap-1">
      <FreshnessChip freshness={site.freshness} />
      <ConfirmBy site={site} />
    </span>
  )
}
