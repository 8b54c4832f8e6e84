import type { CardFact, CardView } from '#app/domain/search/card-view'
import { unitOf } from '#app/domain/kernel/quantity'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Photo } from '#app/ui/photo'
import { Icon, type IconShape } from '#app/ui/icon'
import { Link } from '@remix-run/react'
import { Droplet, Flame, Ruler, Square, Thermometer, Waves, Wifi, Zap } from 'lucide-react'
import type { ReactNode } from 'react'
import { CardChips } from './card-chips'
import { CardGaps } from './card-gaps'

type SiteCardProps = {
  card: CardView
  /** On the map, the pointer is over this site. */
  isHovered?: boolean
  onHover?: (number: string | null) => void
  isFirst?: boolean
  /** Level of its heading: one below the heading it stands under. */
  level?: 2 | 3
  /** Stands above the link that covers the card. */
  action?: ReactNode
}

/** A site in a list: photograph, name, place, the figures that matter, and how fresh they are. */
export function SiteCard({ card, isHovered = false, onHover, isFirst = false, level = 3, action }: SiteCardProps) {
  const { t, lang, href, format } = useLanguage()
  const isStale = card.freshness === 'stale'
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article
      id={card.number}
      onMouseEnter={() => onHover?.(card.number)}
      onMouseLeave={() => onHover?.(null)}
      onFocus={() => onHover?.(card.number)}
      onBlur={() => onHover?.(null)}
      className={`border-line relative grid gap-4 border-b py-5 sm:grid-cols-[10.5rem_1fr] ${isHovered ? 'bg-accent-soft shadow-[-1rem_0_0_var(--color-accent-soft),1rem_0_0_var(--color-accent-soft)]' : ''}`}
    >
      <CardPhoto card={card} isEager={isFirst} />
      <div className={`flex min-w-0 flex-col gap-2 ${isStale ? 'text-muted' : ''}`}>
        <div>
          <Heading className="text-lg leading-6 font-bold">
            <Link
              to={href(`/sites/${card.number}`)}
              lang={card.name.language === lang ? undefined : card.name.language}
              className="text-ink hover:text-accent-strong no-underline after:absolute after:inset-0 hover:underline"
            >
              {card.name.text}
            </Link>
          </Heading>
          <p className="text-muted text-sm">
            {card.town}, {card.region} · {t(`sites.kind.${card.kind}`)} ·{' '}
            <span className="whitespace-nowrap">{card.number}</span>
            {card.awayKm !== null && <> · {t('search.near.away', { km: format.quantity(card.awayKm, 'km') })}</>}
          </p>
        </div>
        <CardFacts facts={card.facts} />
        <CardPrice price={card.price} />
        {card.open.length > 0 && <OpenReasons open={card.open} />}
        {card.gaps.length > 0 && <CardGaps gaps={card.gaps} />}
        <CardChips card={card} />
        {action && <div className="relative z-[1] self-start">{action}</div>}
      </div>
    </article>
  )
}

function CardPhoto({ card, isEager }: { card: CardView; isEager: boolean }) {
  const { t } = useLanguage()
  const shape = 'aspect-[16/9] w-full rounded-md sm:aspect-[4/3]'
  if (card.photo === null) {
    return (
      <div className={`bg-sunken text-muted flex items-center justify-center text-sm ${shape}`}>
        {t('search.no_photo')}
      </div>
    )
  }
  return (
    <Photo
      photo={card.photo}
      alt={card.photo.alt}
      sizes="(min-width: 40rem) 168px, 100vw"
      isEager={isEager}
      className={`${shape} ${card.freshness === 'stale' ? 'opacity-70 grayscale' : ''}`}
    />
  )
}

const icons: Record<string, IconShape> = {
  electricity: Zap,
  water: Droplet,
  sewer: Waves,
  heat: Thermometer,
  gas: Flame,
  telecom: Wifi,
  area: Square,
  plot: Ruler,
}

function CardFacts({ facts }: { facts: CardFact[] }) {
  const { t, format } = useLanguage()
  const show = (fact: CardFact) => {
    if (fact.value === null) return <span className="text-muted font-normal">{t('ui.state.unknown')}</span>
    // No network is not a network without room.
    if (fact.kind === 'utility' && (fact.presence === 'none' || fact.presence === 'planned')) {
      return <span className="text-muted font-normal">{t(`sites.presence.${fact.presence}`)}</span>
    }
    if (fact.kind === 'utility') return format.quantity(fact.value, unitOf[fact.utility])
    if (fact.kind === 'plot') return format.quantity(fact.value, 'ha')
    const area = format.quantity(fact.value, 'm2')
    return fact.isWhole ? area : t('search.fact.area_known', { area })
  }
  const nameOf = (fact: CardFact) => {
    if (fact.kind !== 'utility') return t(`search.fact.${fact.kind}`)
    return fact.utility === 'electricity' ? t('search.fact.power') : t(`sites.utility.${fact.utility}`).toLowerCase()
  }
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:flex sm:flex-wrap">
      {facts.map((fact) => {
        const key = fact.kind === 'utility' ? fact.utility : fact.kind
        return (
          <div key={key}>
            <dt className="text-muted flex items-center gap-1.5 text-sm">
              <Icon of={icons[key] ?? Square} size={16} />
              {nameOf(fact)}
            </dt>
            <dd className="font-semibold whitespace-nowrap tabular-nums">{show(fact)}</dd>
          </div>
        )
      })}
    </dl>
  )
}

function CardPrice({ price }: { price: CardView['price'] }) {
  const { t, format } = useLanguage()
  if (price === null) return null
  return (
    <p className="text-sm">
      <span className="inline-block first-letter:uppercase">{t(`sites.price_kind.${price.kind}`)}</span>:{' '}
      <strong className="font-semibold whitespace-nowrap tabular-nums">{format.money(price.amount)}</strong>
      {price.isNegotiable && <span className="text-muted"> · {t('search.negotiable')}</span>}
    </p>
  )
}

function OpenReasons({ open }: { open: CardView['open'] }) {
  const { t } = useLanguage()
  const names = open.map((reason) => t(`search.open.${reason}`))
  return <p className="text-wheat-ink text-sm font-medium">{t('search.open_reasons', { names: names.join(', ') })}</p>
}
