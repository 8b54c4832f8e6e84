import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { Panel } from '#app/ui/panel'
import { Link } from '@remix-run/react'

/** The desk of last resort: who sits there and what lies on it. */
export function PlatformDesk({ desk }: { desk: { slug: string; people: number; openCases: number } }) {
  const { t, href, format } = useLanguage()
  return (
    <Panel title={t('responsibility.platform')}>
      <p>{t('responsibility.platform_text')}</p>
      <p>
        {t('responsibility.platform_state', {
          people: format.number(desk.people),
          cases: format.number(desk.openCases),
        })}{' '}
        <Link to={href(`/admin/organizations/${desk.slug}`)} className="inline-flex min-h-11 items-center underline">
          {t('responsibility.platform_people')}
        </Link>
      </p>
      {desk.people === 0 && <Notice tone="attention">{t('responsibility.platform_empty')}</Notice>}
    </Panel>
  )
}
