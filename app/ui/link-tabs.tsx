import { Link } from '@remix-run/react'
import { useLanguage } from '#app/platform/i18n/use-language'

export type LinkTab = { to: string; label: string; count?: number; isCurrent: boolean }

/** Views of one thing, each with its own address. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  const { format } = useLanguage()
  return (
    <nav aria-label={label} className="border-line overflow-x-auto border-b">
      <ul className="flex gap-5">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              preventScrollReset
              aria-current={tab.isCurrent ? 'page' : undefined}
              data-plain
              className="text-muted hover:text-accent-strong aria-[current]:border-accent aria-[current]:text-ink inline-flex min-h-11 items-center gap-1.5 border-b-2 border-transparent whitespace-nowrap no-underline aria-[current]:font-semibold"
            >
              {tab.label}
              {tab.count !== undefined && <span className="tabular-nums">{format.number(tab.count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
