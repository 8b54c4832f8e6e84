import { LettersConsent } from '#app/domain/accounts/components/consent-field'
import { TextField } from '#app/ui/form/text-field'

type EmailFieldProps = { label: string; hint?: string; value: string; error: string[] | undefined }

/** The address that letters go to, and a field that people never see: whoever fills it in is a machine. */
export function EmailField({ label, hint, value, error }: EmailFieldProps) {
  return (
    <>
      <TextField
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        label={label}
        hint={hint}
        defaultValue={value}
        error={error}
        required
      />
      <LettersConsent />
      <div className="hidden" aria-hidden="true">
        <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </div>
    </>
  )
}
