import type { Ignored } from '#app/domain/search/schema'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'

const most = 20

/** What of the address could not be read, word by word. */
export function IgnoredNotice({ ignored }: { ignored: readonly Ignored[] }) {
  const { t, format } = useLanguage()
  if (ignored.length === 0) return null
  return (
    <Notice tone="attention" role="status" title={t('search.ignored_title')}>
      <p>{t('briefs.ignored_text')}</p>
      <ul className="mt-1 list-disc pl-5">
        {ignored.slice(0, most).map(({ name, value }, index) => (
          <li key={index} lang="zxx" className="break-all">
            {name.slice(0, 80)}={value.slice(0, 80)}
          </li>
        ))}
      </ul>
      {ignored.length > most && <p>{t('briefs.ignored_more', { value: format.number(ignored.length - most) })}</p>}
    </Notice>
  )
}
