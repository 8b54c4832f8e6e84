import type { readReply } from '#app/domain/accounts/components/form-reply'
import { passwordLength } from '#app/domain/accounts/rules'
import { useLanguage } from '#app/platform/i18n/use-language'
import { TextField } from '#app/ui/form/text-field'

type Reply = Pick<ReturnType<typeof readReply>, 'valueOf' | 'errorOf'>

type EmailFieldProps = {
  reply: Reply
  filled?: string
  label?: string
  hint?: string
  autoComplete: 'username' | 'email'
}

/** The address that a person types as their own; `username` where it stands beside a password. */
export function EmailField({ reply, filled, label, hint, autoComplete }: EmailFieldProps) {
  const { t } = useLanguage()
  return (
    <TextField
      id="email"
      name="email"
      type="email"
      autoComplete={autoComplete}
      inputMode="email"
      autoCapitalize="none"
      label={label ?? t('accounts.sign_in.email')}
      hint={hint}
      defaultValue={reply.valueOf('email', filled)}
      error={reply.errorOf('email')}
      required
    />
  )
}

/** A password that is chosen, twice. */
export function NewPasswordFields({ reply, label }: { reply: Pick<Reply, 'errorOf'>; label: string }) {
  const { t } = useLanguage()
  const shared = { type: 'password', autoComplete: 'new-password', required: true } as const
  return (
    <>
      <TextField
        {...shared}
        id="password"
        name="password"
        minLength={passwordLength.min}
        label={label}
        hint={t('accounts.invitation.password_hint')}
        error={reply.errorOf('password')}
      />
      <TextField
        {...shared}
        id="repeat"
        name="repeat"
        label={t('accounts.invitation.repeat')}
        error={reply.errorOf('repeat')}
      />
    </>
  )
}
