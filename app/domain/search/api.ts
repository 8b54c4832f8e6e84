import { utilityKinds, unitOf, type UtilityKind } from '#app/domain/kernel/quantity'
import { freeToDraw } from './cell'
import type { MapAnswer, OpenCard, SearchAnswer, SiteCard, UtilityCell } from './model'
import type { Ignored } from './schema'

/** `https://alan.kz/kk/sites/BLQ-0042`: the page of a site, in the state language. */
export function siteUrl(origin: string, number: string): string {
  return `${origin}/kk/sites/${number}`
}

/** A search as the API answers it (contract: `GET /api/sites`). */
export function presentSearch(answer: SearchAnswer, ignored: readonly Ignored[], origin: string) {
  return {
    total: answer.total,
    page: answer.page,
    size: answer.size,
    items: answer.items.map((card) => presentSite(card, origin)),
    needs_confirmation: answer.open.map((card) => presentOpenCard(card, origin)),
    needs_confirmation_total: answer.openTotal,
    facets: answer.facets,
    ignored: namesOf(ignored),
  }
}

/** Each name once, in the order of the address. */
export function namesOf(ignored: readonly Ignored[]): string[] {
  return [...new Set(ignored.map((parameter) => parameter.name))]
}

/** A site as the API shows it in lists. */
export function presentSite(card: SiteCard, origin: string) {
  return {
    number: card.number,
    kind: card.kind,
    name: card.name,
    town: card.townKey,
    region: card.regionKey,
    point: card.point,
    sectors: card.sectors,
    tenures: card.tenures,
    area_m2: card.isAreaWhole ? card.areaM2 : null,
    area_known_m2: card.areaM2,
    plot_ha: card.plotHa,
    utilities: presentUtilities(card.utilities),
    price: card.price && { kind: card.price.kind, kzt: card.price.amount, negotiable: card.price.isNegotiable },
    zone: card.zone,
    freshness: card.freshness,
    confirmed_at: card.confirmedAt,
    updated_at: card.updatedAt,
    demo: card.isDemo,
    url: siteUrl(origin, card.number),
  }
}

function presentOpenCard(card: OpenCard, origin: string) {
  return { ...presentSite(card, origin), unknown: card.open }
}

function presentUtilities(utilities: Record<UtilityKind, UtilityCell>) {
  return Object.fromEntries(
    utilityKinds.map((kind) => {
      const { presence, asOf } = utilities[kind]
      return [kind, { presence, free: freeToDraw(utilities[kind]), unit: unitOf[kind], as_of: asOf }]
    }),
  )
}

/** Circles and pins as GeoJSON (contract: `GET /api/map`). */
export function presentMap(answer: MapAnswer, ignored: readonly Ignored[] = []) {
  const point = (coordinates: [number, number]) => ({ type: 'Point' as const, coordinates })
  return {
    type: 'FeatureCollection' as const,
    features: [
      ...answer.clusters.map(({ count, bbox, point: place }) => ({
        type: 'Feature' as const,
        geometry: point(place),
        properties: { count, bbox },
      })),
      ...answer.pins.map(({ number, kind, freshness, point: place }) => ({
        type: 'Feature' as const,
        geometry: point(place),
        properties: { number, kind, freshness },
      })),
    ],
    ignored: namesOf(ignored),
  }
}
