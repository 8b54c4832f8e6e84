import { Link } from '@remix-run/react'
import { Bell as BellShape } from 'lucide-react'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Icon } from '#app/ui/icon'

/** More than this is said as "more than". */
const mostShown = 99

/** The way to the notices, with how many of them are unread; the number is said in words to those who do not see it. */
export function Bell({ unread }: { unread: number }) {
  const { t, href, format } = useLanguage()
  const count = unread > mostShown ? `${format.number(mostShown)}+` : format.number(unread)
  return (
    <Link
      to={href('/notices')}
      data-plain
      className="text-muted hover:text-accent-strong inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-md px-2 text-sm no-underline"
    >
      <Icon of={BellShape} />
      <span className="sr-only xl:not-sr-only">{t('ui.shell.notices')}</span>
      <span className="sr-only" role="status">
        {unread === 0 ? t('ui.shell.no_unread') : t('ui.shell.unread', { count: unread, value: count })}
      </span>
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="bg-accent text-surface inline-flex min-w-6 justify-center rounded-full px-1.5 text-sm font-semibold tabular-nums"
        >
          {count}
        </span>
      )}
    </Link>
  )
}
