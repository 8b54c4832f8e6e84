import type { SiteKind } from '#app/domain/sites/choices'
import { termsOf } from '#app/domain/sites/confirmation'
import type { Dossier, Utility } from '#app/domain/sites/model'
import { passportWarning } from '#app/domain/sites/passport-rules'
import {
  floorAreaM2,
  freeCapacity,
  freshnessOf,
  isFloorAreaFree,
  isFloorAreaWhole,
  isNetworkThere,
} from '#app/domain/sites/rules'
import type { ConfirmedView, Figure, PassportData, StaleNotes } from './model'
import { joined, startLarge, type Voice } from './said'
import type { PassportSource } from './source'

/** The figures that decide whether to read on, those that matter for the kind. */
export function viewFigures(kind: SiteKind, dossier: Dossier, voice: Voice): Figure[] {
  const { t, format } = voice
  const { rights, buildings, land, utilities } = dossier
  const { price, priceKind, priceNegotiable } = rights
  const say = (value: number | null, unit: 'm2' | 'ha' | 'kW' | 'm') =>
    value === null ? null : format.quantity(value, unit)
  const heights = buildings.flatMap(({ clearHeightM }) => clearHeightM ?? [])
  const floorArea = floorAreaM2(buildings)
  const area: Figure = {
    label: t(isFloorAreaFree(buildings) ? 'facts.figure.free_area' : 'facts.figure.area'),
    value: say(floorArea, 'm2'),
    group: 'buildings',
    ...(floorArea !== null && !isFloorAreaWhole(buildings) && { note: t('facts.figure.some_buildings') }),
  }
  const power = {
    label: t('facts.figure.power'),
    value: sayPower(utilities.electricity, voice),
    group: 'utilities' as const,
  }
  const plot = { label: t('facts.figure.plot'), value: say(land.plotHa, 'ha'), group: 'land' as const }
  const freeLand = { label: t('dossier.field.freeHa'), value: say(land.freeHa, 'ha'), group: 'land' as const }
  const height = {
    label: t('passport.clear_height'),
    value: say(heights.length === 0 ? null : Math.max(...heights), 'm'),
    group: 'buildings' as const,
  }
  const cost: Figure = {
    group: 'rights',
    label: priceKind === null ? t('facts.figure.price') : startLarge(t(`sites.price_kind.${priceKind}`)),
    value: price === null ? (priceNegotiable ? startLarge(t('facts.negotiable')) : null) : format.money(price),
    ...(priceNegotiable && price !== null && { note: t('facts.negotiable') }),
  }
  switch (kind) {
    case 'land':
      return land.freeHa === null ? [plot, power, cost] : [plot, freeLand, power, cost]
    case 'premises':
      return [area, height, power, cost]
    default:
      return [area, power, plot, cost]
  }
}

/** Where no network can be drawn from, its absence is the answer, not a zero. */
function sayPower(electricity: Utility, { t, format }: Voice): string | null {
  if (!isNetworkThere(electricity)) return startLarge(t(`sites.presence.${electricity.presence}`))
  const free = freeCapacity(electricity)
  return free === null ? null : format.quantity(free, 'kW')
}

/** When each group that says something was confirmed, and what must be read with care because nobody did in time. */
export function viewConfirmed(source: PassportSource, { t, format }: Voice): ConfirmedView[] {
  const { dossier, confirmations, confirmedAt, now } = source
  return termsOf(dossier, { confirmations, confirmedAt }).map((term) => {
    const freshness = freshnessOf(term.confirmBy, now)
    const until = term.confirmBy && format.date(term.confirmBy)
    const isOver = freshness === 'stale' || freshness === 'lapsed'
    const day =
      term.confirmedAt === null
        ? t('facts.confirmed.never')
        : t('facts.confirmed.on', { date: format.date(term.confirmedAt) })
    const then = until === null ? '' : t(isOver ? 'facts.confirmed.overdue' : 'facts.confirmed.until', { date: until })
    return { label: t(`facts.group.${term.group}`), text: [day, then].filter(Boolean).join(' · '), freshness }
  })
}

/** One sentence for each group whose values nobody confirmed in time. */
export function viewStale(
  { dossier, confirmations, confirmedAt, now }: PassportSource,
  { t, format }: Voice,
): StaleNotes {
  const notes: StaleNotes = {}
  for (const term of termsOf(dossier, { confirmations, confirmedAt })) {
    const freshness = freshnessOf(term.confirmBy, now)
    if (freshness === 'stale' || freshness === 'lapsed') {
      notes[term.group] =
        term.confirmedAt === null
          ? t('facts.stale.never')
          : t('facts.stale.since', { date: format.date(term.confirmedAt) })
    }
  }
  return notes
}

/** A preview names no day: nothing of it is confirmed yet. */
export function sayFreshness({ freshness, confirmedAt, status }: PassportSource, { t, format }: Voice): string {
  const words = t(`sites.freshness.${freshness}`)
  return confirmedAt === null || status === 'draft'
    ? words
    : t('facts.freshness', { words, date: format.date(confirmedAt) })
}

/** What must be known before reading on: taken, withdrawn, or not confirmed in time. */
export function viewWarning(source: PassportSource, { t, format }: Voice): PassportData['warning'] {
  const { status, freshness, confirmedAt, endedAt, statusNote } = source
  const warning = passportWarning(status, freshness)
  if (warning === null) return null
  const isOfTime = warning === 'stale' || warning === 'lapsed'
  const day = isOfTime ? confirmedAt : endedAt
  return {
    title: t(`facts.warning.${warning}.title`),
    text: joined(
      [
        t(`facts.warning.${warning}.text`),
        day === null ? '' : t(`facts.warning.${warning}.date`, { date: format.date(day) }),
        isOfTime || !statusNote ? '' : [{ text: statusNote, lang: 'zxx' as const }],
      ],
      ' ',
    ),
    tone: warning === 'stale' ? 'neutral' : 'attention',
  }
}
