import type { Freshness } from '#app/domain/sites/model'
import type { OwnSite } from '#app/domain/sites/own-site'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip, type Tone } from '#app/ui/chip'

const freshnessTones: Record<Freshness, Tone> = { fresh: 'good', due: 'attention', stale: 'attention', lapsed: 'bad' }

export function FreshnessChip({ freshness }: { freshness: Freshness }) {
  const { t } = useLanguage()
  return <Chip tone={freshnessTones[freshness]}>{t(`sites.freshness.${freshness}`)}</Chip>
}

/** What is public, and what is in work beside it. */
export function SiteState({ site }: { site: Pick<OwnSite, 'status' | 'openState'> }) {
  const { t } = useLanguage()
  const { status, openState } = site
  return (
    <span className="flex flex-wrap gap-1">
      {status !== 'draft' && (
        <Chip tone={status === 'published' ? 'accent' : 'neutral'}>{t(`sites.status.${status}`)}</Chip>
      )}
      {openState !== null && (
        <Chip tone={openState === 'draft' ? 'neutral' : 'attention'}>{t(`sites.state.${openState}`)}</Chip>
      )}
    </span>
  )
}
