import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from './button-class'

type PaginationProps = {
  /** From 1. */
  page: number
  pages: number
  /** Address of a page of the same list. */
  to: (page: number) => string
}

/** Previous, a few numbers around the current page, next; nothing for a single page. */
export function Pagination({ page, pages, to }: PaginationProps) {
  const { t } = useTranslation()
  if (pages <= 1) return null
  return (
    <nav aria-label={t('ui.pagination.label')} className="flex flex-wrap items-center gap-2 py-4">
      {page > 1 && (
        <Link to={to(page - 1)} rel="prev" data-plain className={buttonClass({})}>
          {t('ui.pagination.previous')}
        </Link>
      )}
      <ul className="hidden gap-1 sm:flex">
        {pagesAround(page, pages).map((number, index) => (
          <li key={number ?? `gap${index}`}>
            {number === null ? <Gap /> : <PageLink number={number} isCurrent={number === page} to={to(number)} />}
          </li>
        ))}
      </ul>
      <span className="text-muted text-sm sm:hidden">{t('ui.pagination.of', { page, pages })}</span>
      {page < pages && (
        <Link to={to(page + 1)} rel="next" data-plain className={buttonClass({})}>
          {t('ui.pagination.next')}
        </Link>
      )}
    </nav>
  )
}

function Gap() {
  return <span className="text-muted inline-flex min-h-11 items-center px-1">…</span>
}

function PageLink({ number, isCurrent, to }: { number: number; isCurrent: boolean; to: string }) {
  const { t } = useTranslation()
  return (
    <Link
      to={to}
      aria-label={t('ui.pagination.page', { page: number })}
      aria-current={isCurrent ? 'page' : undefined}
      data-plain
      className="text-ink hover:bg-accent-soft aria-[current]:bg-accent-soft aria-[current]:text-accent inline-flex min-h-11 min-w-11 items-center justify-center rounded-md tabular-nums no-underline aria-[current]:font-semibold"
    >
      {number}
    </Link>
  )
}

/** First, last, and one on each side of the current page; null where numbers are left out. */
export function pagesAround(page: number, pages: number): (number | null)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((number) => number >= 1 && number <= pages)
  return shown.flatMap((number, index) => {
    const missing = index === 0 ? 0 : number - (shown[index - 1] ?? 0) - 1
    if (missing === 0) return [number]
    return missing === 1 ? [number - 1, number] : [null, number]
  })
}
