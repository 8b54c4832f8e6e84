import { pageSizes } from '#app/domain/kernel/page'
import { searchPath, writeCriteria } from '#app/domain/search/address'
import { exportFormats, exportLimit } from '#app/domain/search/export/table'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Link } from '@remix-run/react'
import type { SearchData } from './search-data'

const sizes = [pageSizes.default, 50, pageSizes.max]
const linkClass =
  'inline-flex min-h-11 items-center px-2 underline aria-[current]:font-semibold aria-[current]:no-underline'

/** Under the list: how many on a page, and the whole list as a file. */
export function ListTools({ data }: { data: Pick<SearchData, 'criteria' | 'total'> }) {
  const { total } = data
  if (total === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-x-8 text-sm" data-no-print>
      {total > pageSizes.default && <PageSizes {...data} />}
      <Downloads {...data} />
    </div>
  )
}

function PageSizes({ criteria }: Pick<SearchData, 'criteria'>) {
  const { t, href, format } = useLanguage()
  return (
    <p className="flex flex-wrap items-center">
      {t('search.size_label')}
      {sizes.map((size) => (
        <Link
          key={size}
          to={href(searchPath({ ...criteria, size, page: 1 }))}
          aria-current={criteria.size === size ? 'true' : undefined}
          className={linkClass}
        >
          {format.number(size)}
        </Link>
      ))}
    </p>
  )
}

const nameOf = { xlsx: 'Excel', csv: 'CSV', geojson: 'GeoJSON' } as const

function Downloads({ criteria, total }: Pick<SearchData, 'criteria' | 'total'>) {
  const { t, href, format } = useLanguage()
  const params = writeCriteria({ ...criteria, page: 1, size: pageSizes.default }).toString()
  const count = Math.min(total, exportLimit)
  return (
    <p className="flex flex-wrap items-center">
      {t(total > exportLimit ? 'search.export.first' : 'search.export.all', { count, value: format.number(count) })}
      {exportFormats.map((kind) => (
        <a
          key={kind}
          href={`${href(`/sites.${kind}`)}${params === '' ? '' : `?${params}`}`}
          rel="nofollow"
          download
          className={linkClass}
        >
          {nameOf[kind]}
        </a>
      ))}
    </p>
  )
}
