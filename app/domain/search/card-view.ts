import type { Presence } from '#app/domain/sites/choices'
import { distanceM } from '#app/domain/kernel/geo'
import { chooseText, type Language, type Localized } from '#app/domain/kernel/localized'
import type { UtilityKind } from '#app/domain/kernel/quantity'
import { askedUtilities, type CardPhoto, type Criteria, type Gap, type OpenReason, type SiteCard } from './model'

/** Names of towns, regions and measures in the language of the page. */
export type PlaceNames = {
  towns: Record<string, string>
  regions: Record<string, string>
  incentives: Record<string, string>
}

/** A figure of a card; null is unknown. */
export type CardFact =
  | { kind: 'area'; value: number | null; isWhole: boolean }
  | { kind: 'plot'; value: number | null }
  | { kind: 'utility'; utility: UtilityKind; presence: Presence; value: number | null }

export type ShownText = { text: string; language: Language }

/** A site as a list shows it, in one language, with no more than the list needs. */
export type CardView = Pick<SiteCard, 'number' | 'kind' | 'zone' | 'freshness' | 'price' | 'isDemo' | 'confirmedAt'> & {
  name: ShownText
  town: string
  region: string
  /** Last day on which the data count as confirmed, ISO instant. */
  confirmUntil: string | null
  facts: CardFact[]
  photo: (Omit<CardPhoto, 'alt'> & { alt: ShownText }) | null
  open: OpenReason[]
  /** Quantities that it misses, where it is shown as one that almost fits. */
  gaps: Gap[]
  /** From the point that is asked for, in kilometres; null without one. */
  awayKm: number | null
}

const factLimit = 4

/** What the list shows of a card: names in `language`, and first the figures that the search asks for. */
export function viewCard(
  card: SiteCard & { open?: OpenReason[]; gaps?: Gap[] },
  criteria: Criteria,
  language: Language,
  names: PlaceNames,
): CardView {
  const { number, kind, zone, freshness, price, isDemo, confirmedAt, confirmBy, photo } = card
  return {
    number,
    kind,
    zone,
    freshness,
    price,
    isDemo,
    confirmedAt,
    name: chooseText(card.name, language),
    town: names.towns[card.townKey] ?? card.townKey,
    region: names.regions[card.regionKey] ?? card.regionKey,
    confirmUntil: confirmBy,
    facts: chooseFacts(card, criteria),
    photo: photo && { ...photo, alt: chooseText(photo.alt, language) },
    open: card.open ?? [],
    gaps: card.gaps ?? [],
    awayKm: card.point && criteria.near && roundKm(distanceM(criteria.near.point, card.point) / 1000),
  }
}

/** Below ten kilometres the first decimal matters. */
function roundKm(km: number): number {
  return km < 10 ? Math.round(km * 10) / 10 : Math.round(km)
}

function chooseFacts(card: SiteCard, criteria: Criteria): CardFact[] {
  const size: CardFact =
    card.areaM2 === null && (card.kind === 'land' || card.plotHa !== null)
      ? { kind: 'plot', value: card.plotHa }
      : { kind: 'area', value: card.areaM2, isWhole: card.isAreaWhole }
  const asked = askedUtilities.filter((utility) => criteria.free[utility] !== null)
  const order = new Set<UtilityKind>(['electricity', ...asked, 'water', 'heat', 'sewer'])
  const utilities = [...order].map((utility): CardFact => {
    const { presence, free } = card.utilities[utility]
    return { kind: 'utility', utility, presence, value: free }
  })
  const [first, ...others] = utilities
  return [...(first ? [first] : []), size, ...others].slice(0, factLimit)
}

/**
 * Names by key in one language, in the alphabet's order. Sorted here, on the server: browsers do not all know the order
 * of Kazakh letters, and a list must not jump when a page comes alive.
 */
export function namesIn(language: Language, rows: readonly { key: string; name: Localized }[]): Record<string, string> {
  const named = rows.map(({ key, name }) => [key, chooseText(name, language).text] as const)
  return Object.fromEntries(named.sort(([, left], [, right]) => left.localeCompare(right, language)))
}
