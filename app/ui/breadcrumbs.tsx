import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

export type Crumb = { label: string; to?: string }

/** The way here; the last one is this page and carries no address. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('ui.breadcrumbs')} className="text-muted text-sm">
      <ol className="flex flex-wrap items-center gap-x-2">
        {crumbs.map(({ label, to }, index) => (
          <li key={`${label}${to ?? ''}`} className="flex items-center gap-2">
            {index > 0 && <span aria-hidden="true">/</span>}
            {to === undefined ? (
              <span aria-current="page">{label}</span>
            ) : (
              <Link to={to} className="hover:text-accent-strong inline-flex min-h-11 items-center hover:underline">
                {label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
