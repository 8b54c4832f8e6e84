import { consentVersions, type ConsentPurpose } from '#app/domain/accounts/consents'
import { useLanguage } from '#app/platform/i18n/use-language'

/** Every text that people ever agreed to, the newest first, with the hash of the file’s words. */
export function ConsentTexts() {
  const { t, lang, format } = useLanguage()
  return (
    <>
      {[...consentVersions].reverse().map((version) => (
        <section key={version.id} className="border-line flex flex-col gap-2 border-t pt-3">
          <h3 className="font-semibold">
            <span translate="no">{version.id}</span>. {t('privacy.consents.since', { day: format.date(version.since) })}
          </h3>
          <dl className="flex flex-col gap-2">
            {(version.purposes as readonly ConsentPurpose[]).map((purpose) => (
              <div key={purpose}>
                <dt className="text-muted">{t(`privacy.consents.${purpose}`)}</dt>
                <dd>{t(`consents.${version.words}.${purpose}` as 'consents.v2026_11_29.inquiry')}</dd>
              </div>
            ))}
          </dl>
          <p className="text-muted text-sm [overflow-wrap:anywhere]">
            {t('privacy.consents.digest')}: <code translate="no">{version.digests[lang]}</code>
          </p>
        </section>
      ))}
    </>
  )
}
