import { useLanguage } from '#app/platform/i18n/use-language'
import { CheckboxField } from '#app/ui/form/checkbox-field'
import { Link } from '@remix-run/react'

type ConsentFieldProps = { purpose: 'inquiry' | 'account'; error: string[] | undefined; isChecked: boolean }

/** The consent without which a form is not taken, in the words of today’s version (accounts/consents.ts). */
export function ConsentField({ purpose, error, isChecked }: ConsentFieldProps) {
  const { t } = useLanguage()
  return (
    <CheckboxField
      id="consent"
      name="consent"
      label={t(`consents.v2026_11_29.${purpose}`)}
      hint={
        <>
          {purpose === 'inquiry' && `${t('consents.v2026_11_29.inquiry_hint')}. `}
          <PrivacyLink />
        </>
      }
      error={error}
      defaultChecked={isChecked}
      required
    />
  )
}

/** What whoever asks for letters agrees to by that. */
export function LettersConsent() {
  const { t } = useLanguage()
  return (
    <p className="text-muted text-sm">
      {t('consents.v2026_11_29.letters')} <PrivacyLink />
    </p>
  )
}

function PrivacyLink() {
  const { t, href } = useLanguage()
  return (
    // A form that is half filled in stays where it is.
    <Link to={href('/privacy')} target="_blank" className="text-accent underline underline-offset-4">
      {t('consents.more')}
    </Link>
  )
}
