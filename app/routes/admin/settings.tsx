import { useLanguage } from '#app/platform/i18n/use-language'
import { LinkTabs } from '#app/ui/link-tabs'
import { Outlet, useLocation } from '@remix-run/react'

const tabs = ['templates', 'calendar', 'clock', 'webhooks', 'jobs'] as const

/** What the administration keeps, side by side; the templates come first. */
export default function SettingsLayout() {
  const { t, href } = useLanguage()
  const { pathname } = useLocation()
  const shown = tabs.find((tab) => pathname.startsWith(href(`/admin/settings/${tab}`))) ?? 'templates'
  return (
    <div className="flex flex-col gap-6">
      <LinkTabs
        label={t('ui.nav.settings')}
        tabs={tabs.map((tab) => ({
          to: href(tab === 'templates' ? '/admin/settings' : `/admin/settings/${tab}`),
          label: t(`admin.settings.${tab}`),
          isCurrent: tab === shown,
        }))}
      />
      <Outlet />
    </div>
  )
}
