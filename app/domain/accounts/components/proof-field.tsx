import type { readReply } from '#app/domain/accounts/components/form-reply'
import { proofMinutes } from '#app/domain/accounts/rules'
import { useLanguage } from '#app/platform/i18n/use-language'
import { TextField } from '#app/ui/form/text-field'

/** The password of who is signed in, once more; `prove` reads it. */
export function ProofField({ reply }: { reply: Pick<ReturnType<typeof readReply>, 'errorOf'> }) {
  const { t } = useLanguage()
  return (
    <TextField
      id="proof"
      name="proof"
      type="password"
      autoComplete="current-password"
      required
      label={t('accounts.proof.label')}
      hint={t('accounts.proof.hint', { minutes: proofMinutes })}
      error={reply.errorOf('proof')}
    />
  )
}
