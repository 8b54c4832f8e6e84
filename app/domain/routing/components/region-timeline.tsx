import { OfficialName } from '#app/domain/accounts/components/official-name'
import type { RegionPlan } from '#app/domain/routing/plan'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip } from '#app/ui/chip'
import { usePeriodWords } from './period-words'

/** Who answers from today on, without a gap: where no SPK serves, who stands in. */
export function RegionTimeline({ stretches }: Pick<RegionPlan, 'stretches'>) {
  const { t } = useLanguage()
  const sayPeriod = usePeriodWords()
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg font-bold">{t('responsibility.timeline')}</h2>
      <ol className="border-line flex flex-col border-l-2">
        {stretches.map(({ from, until, body, reason }) => (
          <li key={from} className="flex flex-col gap-1 py-2 pl-4">
            <span className="text-muted text-sm">{sayPeriod({ from, until })}</span>
            <span className="flex flex-wrap items-center gap-2 font-semibold">
              <OfficialName of={body.name} />
              {reason !== 'spk_of_region' && <Chip tone="attention">{t(`responsibility.gap.${reason}`)}</Chip>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
