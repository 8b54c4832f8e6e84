import type { Incentive } from '#app/domain/towns/model'
import { SourceLabel } from '#app/domain/towns/components/source-label'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip, type Tone } from '#app/ui/chip'
import { LocalText } from '#app/domain/towns/components/local-text'
import type { PassportData } from './passport-data'
import { PassportSection } from './passport-section'

const tones: Record<Incentive['availability'], Tone> = {
  active: 'good',
  unverified: 'attention',
  proposed: 'neutral',
  unavailable: 'bad',
}

/** Measures that the akimat names for the site, with how sure they are and where that is written. */
export function IncentivesSection({ data: { incentives } }: { data: PassportData }) {
  const { t } = useLanguage()
  if (incentives.length === 0) return null
  return (
    <PassportSection title={t('passport.incentives')}>
      <ul className="divide-line divide-y">
        {incentives.map((incentive) => (
          <li key={incentive.key} className="flex flex-col gap-1 py-3 first:pt-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <strong className="font-semibold">
                <LocalText text={incentive.name} />
              </strong>
              <Chip tone={tones[incentive.availability]}>{t(`passport.availability.${incentive.availability}`)}</Chip>
            </div>
            <p>
              <LocalText text={incentive.terms} />
            </p>
            <p className="text-muted text-sm">
              <LocalText text={incentive.basis} /> · <SourceLabel source={incentive.source} />
            </p>
          </li>
        ))}
      </ul>
    </PassportSection>
  )
}
