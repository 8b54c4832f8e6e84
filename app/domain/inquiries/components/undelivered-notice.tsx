import type { Undelivered } from '#app/domain/inquiries/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'

/** A letter to the investor came back: what to do now, with the number to call where there is one. */
export function UndeliveredNotice({ letter }: { letter: Undelivered }) {
  const { t, format } = useLanguage()
  const { email, phone, at } = letter
  return (
    <Notice tone="bad" title={t('spk.undelivered.title')}>
      <p className="break-words">{t('spk.undelivered.text', { email, at: format.dateTime(at) })}</p>
      {phone === null ? (
        <p>{t('spk.undelivered.no_phone')}</p>
      ) : (
        <p>
          {t('spk.undelivered.call')}{' '}
          <a href={`tel:${phone}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
            {phone}
          </a>
        </p>
      )}
    </Notice>
  )
}
