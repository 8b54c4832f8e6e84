import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'

type JoinPanelProps = {
  /** Address of the invitation, which already has an account. */
  email: string
  /** Address of the person who looks at the page; null for a visitor. */
  ownEmail: string | null
  /** This page, to come back to after sign-in. */
  here: string
}

/** What a person with an account does with an invitation: sign in, join, or leave the other account first. */
export function JoinPanel({ email, ownEmail, here }: JoinPanelProps) {
  const { t, href } = useLanguage()
  if (ownEmail === null) {
    return (
      <div className="max-w-text flex flex-col gap-4">
        <p>{t('accounts.invitation.has_account', { email })}</p>
        <div>
          <LinkButton look="primary" to={`${href('/sign-in')}?${new URLSearchParams({ next: here })}`}>
            {t('accounts.invitation.sign_in')}
          </LinkButton>
        </div>
      </div>
    )
  }
  if (ownEmail !== email) {
    return (
      <Form method="post" action={href('/sign-out')} className="max-w-text flex flex-col items-start gap-4">
        <p>{t('accounts.invitation.other_account', { email })}</p>
        <Button>{t('accounts.invitation.sign_out')}</Button>
      </Form>
    )
  }
  return (
    <Form method="post" className="max-w-text flex flex-col items-start gap-4">
      <p>{t('accounts.invitation.join_text', { email })}</p>
      <Button look="primary" name="intent" value="join">
        {t('accounts.invitation.join')}
      </Button>
    </Form>
  )
}
