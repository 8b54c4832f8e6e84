import type { PassportData } from '#app/domain/sites/passport/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { PassportSection } from './passport-section'

/** When each part of the data was confirmed, and until when that holds. */
export function ConfirmedList({ data: { confirmed } }: { data: PassportData }) {
  const { t } = useLanguage()
  if (confirmed.length === 0) return null
  return (
    <PassportSection id="confirmed" title={t('passport.confirmed_title')}>
      <dl className="grid gap-x-8 sm:grid-cols-2">
        {confirmed.map(({ label, text, freshness }) => (
          <div key={label} className="border-line border-b py-2">
            <dt className="font-medium">{label}</dt>
            <dd className={`text-sm ${freshness === 'fresh' ? 'text-muted' : 'text-wheat-ink'}`}>{text}</dd>
          </div>
        ))}
      </dl>
    </PassportSection>
  )
}
