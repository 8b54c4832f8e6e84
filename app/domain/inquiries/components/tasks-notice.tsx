import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { Link } from '@remix-run/react'

/** On the akimat's desk: how many questions of officers wait; nothing when none does. */
export function TasksNotice({ count }: { count: number }) {
  const { t, href, format } = useLanguage()
  if (count === 0) return null
  return (
    <Notice tone="attention" title={t('akimat.inquiries.waiting', { count, value: format.number(count) })}>
      <Link to={href('/akimat/inquiries')} className="text-accent inline-flex min-h-11 items-center underline">
        {t('akimat.inquiries.open')}
      </Link>
    </Notice>
  )
}
