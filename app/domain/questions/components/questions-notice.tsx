import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { Link } from '@remix-run/react'

/** On the akimat's desk: how many questions of investors wait; nothing when none does. */
export function QuestionsNotice({ count }: { count: number }) {
  const { t, href, format } = useLanguage()
  if (count === 0) return null
  return (
    <Notice tone="attention" title={t('questions.desk.waiting', { count, value: format.number(count) })}>
      <Link to={href('/akimat/questions')} className="text-accent inline-flex min-h-11 items-center underline">
        {t('questions.desk.open')}
      </Link>
    </Notice>
  )
}
