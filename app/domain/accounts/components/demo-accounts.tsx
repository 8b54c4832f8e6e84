import { OfficialName, OwnName } from '#app/domain/accounts/components/official-name'
import { demoPassword } from '#app/domain/accounts/demo'
import type { MemberRole, PlatformRole } from '#app/domain/accounts/model'
import type { Localized } from '#app/domain/kernel/localized'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Panel } from '#app/ui/panel'
import { Link } from '@remix-run/react'

type DemoAccount = { email: string; name: string; role: MemberRole | PlatformRole; organization: Localized | null }

/** Invented people to try the product as; a press fills in the form, also without JavaScript. */
export function DemoAccounts({ accounts, next }: { accounts: readonly DemoAccount[]; next: string | null }) {
  const { t } = useLanguage()
  const linkTo = (email: string) => `?${new URLSearchParams({ as: email, ...(next === null ? {} : { next }) })}`
  return (
    <Panel title={t('accounts.sign_in.demo_title')} tone="attention">
      <p className="text-sm">{t('accounts.sign_in.demo_text', { password: demoPassword })}</p>
      <ul className="flex flex-col">
        {accounts.map(({ email, name, role, organization }) => (
          <li key={email} className="border-line flex flex-col border-t py-1 first:border-t-0">
            <Link
              to={linkTo(email)}
              replace
              preventScrollReset
              aria-label={t('accounts.sign_in.demo_fill', { email })}
              className="text-accent inline-flex min-h-11 items-center self-start underline underline-offset-4"
            >
              <span translate="no">{email}</span>
            </Link>
            <span className="text-muted -mt-2 pb-2 text-sm">
              <OwnName>{name}</OwnName>, {t(`accounts.role.${role}`)}
              {organization !== null && (
                <>
                  , <OfficialName of={organization} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
