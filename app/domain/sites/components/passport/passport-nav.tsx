import type { PassportData } from '#app/domain/sites/passport/model'
import { useLanguage } from '#app/platform/i18n/use-language'

type Place = { id: string; label: string }

/** The parts of this passport, in their order on the page. */
export function usePlaces(data: PassportData): Place[] {
  const { t } = useLanguage()
  const { buildings, commitments, papers, relatives, confirmed } = data
  const hasRelatives = relatives.parts.length > 0 ? 'parts' : relatives.bundle ? 'bundle' : null
  return [
    { id: 'utilities', label: t('passport.utilities') },
    { id: 'how-to-get', label: t('passport.how_to_get') },
    { id: 'rights', label: t('passport.rights') },
    ...(commitments.length > 0 ? [{ id: 'commitments', label: t('passport.commitments') }] : []),
    ...(hasRelatives ? [{ id: hasRelatives, label: t(`passport.${hasRelatives}`) }] : []),
    ...(buildings.length > 0 ? [{ id: 'buildings', label: t('passport.buildings') }] : []),
    { id: 'land', label: t('passport.land') },
    { id: 'transport', label: t('passport.transport') },
    { id: 'environment', label: t('passport.environment') },
    { id: 'zone', label: t('passport.zone_short') },
    { id: 'incentives', label: t('passport.incentives') },
    ...(papers.length > 0 ? [{ id: 'papers', label: t('passport.papers.title') }] : []),
    ...(confirmed.length > 0 ? [{ id: 'confirmed', label: t('passport.confirmed_title') }] : []),
  ]
}

/** Links to the parts of the page: beside it where there is room, folded above it on a phone. */
export function PassportNav({ places, look }: { places: readonly Place[]; look: 'aside' | 'folded' }) {
  const { t } = useLanguage()
  const links = (
    <ul className="text-sm">
      {places.map(({ id, label }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            className={`text-muted hover:text-accent-strong flex items-center ${look === 'aside' ? 'min-h-8' : 'min-h-11'}`}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
  if (look === 'folded') {
    return (
      <details className="border-line rounded-lg border px-4 lg:hidden" data-no-print>
        <summary className="flex min-h-11 items-center font-medium">{t('passport.contents')}</summary>
        <nav aria-label={t('passport.contents')}>{links}</nav>
      </details>
    )
  }
  return (
    <nav
      aria-label={t('passport.contents')}
      className="sticky top-4 max-h-[calc(100dvh-2rem)] overflow-y-auto max-lg:hidden"
    >
      <p className="mb-1 font-bold">{t('passport.contents')}</p>
      {links}
    </nav>
  )
}
