import type { PassportData, RelativeView } from '#app/domain/sites/passport/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Link } from '@remix-run/react'
import { PassportSection } from './passport-section'
import { Say } from './say'

/** The whole that the site is a part of, its own parts, and what can be had together with it. */
export function Relatives({ data: { relatives } }: { data: PassportData }) {
  const { t } = useLanguage()
  const { whole, parts, bundle } = relatives
  return (
    <>
      {whole !== null && (
        <PassportSection id="whole" title={t('passport.whole')}>
          <RelativeList relatives={[whole]} />
        </PassportSection>
      )}
      {parts.length > 0 && (
        <PassportSection id="parts" title={t('passport.parts')}>
          <RelativeList relatives={parts} />
        </PassportSection>
      )}
      {bundle !== null && (
        <PassportSection id="bundle" title={t('passport.bundle')}>
          <p className="mb-2">
            <Say of={bundle.name} />
            {bundle.totals !== '' && (
              <strong className="block font-semibold">{t('passport.bundle_total', { figures: bundle.totals })}</strong>
            )}
          </p>
          <RelativeList relatives={bundle.sites} />
        </PassportSection>
      )}
    </>
  )
}

function RelativeList({ relatives }: { relatives: readonly RelativeView[] }) {
  const { href } = useLanguage()
  return (
    <ul className="divide-line divide-y">
      {relatives.map(({ number, name, figures, isOffered }) => (
        <li key={number} className={`py-2 ${isOffered ? '' : 'text-muted'}`}>
          <Link to={href(`/sites/${number}`)} className="underline">
            <Say of={name} />
          </Link>
          <p className="text-muted text-sm tabular-nums">{figures === '' ? number : `${number} · ${figures}`}</p>
        </li>
      ))}
    </ul>
  )
}
