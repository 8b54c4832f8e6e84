import { Link } from '@remix-run/react'
import { useLanguage } from '#app/platform/i18n/use-language'

/** A yard with one lot taken: the mark of the product beside its name. `isShort`: on a phone the mark alone is seen. */
export function Logo({ isShort = false }: { isShort?: boolean }) {
  const { t, href } = useLanguage()
  return (
    <Link
      to={href('/')}
      data-plain
      className="text-ink -ml-1 inline-flex min-h-11 items-center gap-2.5 rounded-sm px-1 text-lg font-bold no-underline"
    >
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6 shrink-0">
        <rect x="1.25" y="1.25" width="21.5" height="21.5" className="stroke-accent fill-none" strokeWidth="2.5" />
        <rect x="6" y="10" width="8" height="8" className="fill-wheat" />
      </svg>
      <span className={isShort ? 'max-sm:sr-only' : undefined}>{t('ui.product.name')}</span>
    </Link>
  )
}
