import type { CardView } from '#app/domain/search/card-view'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip, DemoChip } from '#app/ui/chip'
import { Check, Clock } from 'lucide-react'

type FreshnessChipProps = Pick<CardView, 'freshness' | 'confirmedAt' | 'confirmUntil'>

/** How far the data can be trusted today, with the day that says so. */
export function FreshnessChip({ freshness, confirmedAt, confirmUntil }: FreshnessChipProps) {
  const { t, format } = useLanguage()
  if (confirmedAt === null || freshness === 'lapsed') {
    return (
      <Chip tone="attention" icon={Clock}>
        {t('sites.freshness.lapsed')}
      </Chip>
    )
  }
  const date = format.date(confirmedAt)
  if (freshness === 'fresh') return <Chip>{t('search.confirmed', { date })}</Chip>
  return (
    <Chip tone={freshness === 'due' ? 'attention' : 'neutral'} icon={Clock}>
      {freshness === 'due'
        ? t('search.confirm_until', { date: format.date(confirmUntil ?? confirmedAt) })
        : t('search.stale_since', { date })}
    </Chip>
  )
}

/** Short facts under a card: freshness, zone, demo. */
export function CardChips({ card }: { card: CardView }) {
  const { t } = useLanguage()
  return (
    <div className="flex flex-wrap gap-2">
      {card.zone === 'eligible' && (
        <Chip tone="good" icon={Check}>
          {t('search.zone_chip.eligible')}
        </Chip>
      )}
      {card.zone === 'eligible_if' && <Chip tone="attention">{t('search.zone_chip.eligible_if')}</Chip>}
      <FreshnessChip {...card} />
      {card.isDemo && <DemoChip />}
    </div>
  )
}
