import { unitOf, utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { viewCommitments } from '#app/domain/sites/passport/view-commitments'
import { joined, plain, type Said, type Voice } from '#app/domain/sites/passport/said'
import { sayField } from '#app/domain/sites/passport/say-field'
import { fieldsOf } from '#app/domain/sites/fields/catalogue'
import type { Field } from '#app/domain/sites/fields/field'
import { valueAt } from '#app/domain/sites/fields/value-at'
import type { PublicSite } from '#app/domain/sites/public-site'
import { floorAreaM2, freeCapacity, freshnessOf, isFloorAreaWhole } from '#app/domain/sites/rules'
import type { ZoneVerdict } from '#app/domain/sites/model'
import type { CompareGroup, CompareGroupKey, CompareRow } from './model'

/** A public site with what the catalogue and the rules say of it, and the words of its place. */
export type ComparedSite = { site: PublicSite; place: string; zone: ZoneVerdict }

type Told = { voice: Voice; now: Date; today: string }
type Say = (compared: ComparedSite) => Said | null

/** The values of the sites by group; what no site says is left out. */
export function siteRows(sites: readonly ComparedSite[], told: Told): CompareGroup[] {
  const row = (key: string, label: string, say: Say): CompareRow => {
    const cells = sites.map(say)
    return { key, label, cells, isDifferent: differ(cells.map((cell) => (cell === null ? null : plain(cell)))) }
  }
  const rows: Record<CompareGroupKey, CompareRow[]> = {
    offer: offerRows(row, told),
    buildings: buildingRows(row, told),
    land: fieldRows('land', sites, row, told),
    utilities: utilityKinds.map((kind) => utilityRow(kind, row, told)),
    transport: fieldRows('transport', sites, row, told),
    environment: fieldRows('environment', sites, row, told),
    commitments: [commitmentRow(row, told)],
  }
  return Object.entries(rows)
    .map(([key, all]) => ({
      key: key as CompareGroupKey,
      rows: all.filter(({ cells }) => cells.some((cell) => cell !== null)),
    }))
    .filter((group) => group.rows.length > 0)
}

/** Whether not all are the same; one alone differs from nothing. */
export function differ(values: readonly unknown[]): boolean {
  return new Set(values).size > 1
}

type MakeRow = (key: string, label: string, say: Say) => CompareRow

function offerRows(row: MakeRow, { voice, now }: Told): CompareRow[] {
  const { t, format } = voice
  const list = (words: readonly string[]) => (words.length === 0 ? null : words.join(', '))
  return [
    row('kind', t('compare.row.kind'), ({ site }) => t(`sites.kind.${site.kind}`)),
    row('status', t('compare.row.status'), ({ site }) => t(`sites.status.${site.status}`)),
    row('confirmed', t('compare.row.confirmed'), ({ site }) => {
      const words = t(`sites.freshness.${freshnessOf(site.confirmBy, now)}`)
      return site.confirmedAt === null ? words : t('facts.freshness', { words, date: format.date(site.confirmedAt) })
    }),
    row('sectors', t('matching.criterion.sector'), ({ site }) =>
      list(site.dossier.offeredFor.sectors.map((key) => t(`sites.sector.${key}`))),
    ),
    row('tenures', t('matching.criterion.tenure'), ({ site }) =>
      list(site.dossier.rights.tenures.map((key) => t(`sites.tenure.${key}`))),
    ),
    row('price', t('compare.row.price'), ({ site: { dossier } }) => {
      const { price, priceKind, priceNegotiable } = dossier.rights
      if (price === null) return priceNegotiable ? t('facts.negotiable') : null
      return joined([format.moneyExact(price), priceKind === null ? '' : t(`sites.price_kind.${priceKind}`)], ', ')
    }),
    row('zone', t('compare.row.zone'), ({ zone }) =>
      zone === 'undetermined' ? null : t(`sites.zone_verdict.${zone}`),
    ),
  ]
}

function buildingRows(row: MakeRow, { voice: { t, format } }: Told): CompareRow[] {
  const most = (values: readonly (number | null)[]) => {
    const known = values.filter((value) => value !== null)
    return known.length === 0 ? null : Math.max(...known)
  }
  return [
    row('buildings', t('compare.row.buildings'), ({ site: { dossier } }) => format.number(dossier.buildings.length)),
    row('area', t('compare.row.area'), ({ site: { dossier } }) => {
      const area = floorAreaM2(dossier.buildings)
      if (area === null) return dossier.buildings.length === 0 ? t('ui.state.none') : null
      const words = format.quantity(area, 'm2')
      return isFloorAreaWhole(dossier.buildings) ? words : t('compare.area_known', { area: words })
    }),
    row('height', t('compare.row.height'), ({ site: { dossier } }) => {
      const height = most(dossier.buildings.map(({ clearHeightM }) => clearHeightM))
      return height === null ? null : format.quantity(height, 'm')
    }),
    row('crane', t('compare.row.crane'), ({ site: { dossier } }) => {
      const { buildings } = dossier
      const lift = most(buildings.map(({ craneLiftT }) => craneLiftT))
      if (lift !== null) return format.quantity(lift, 't')
      return buildings.length > 0 && buildings.every(({ cranes }) => cranes === 'none') ? t('ui.state.none') : null
    }),
  ]
}

function utilityRow(kind: UtilityKind, row: MakeRow, { voice: { t, format } }: Told): CompareRow {
  return row(kind, t(`sites.utility.${kind}`), ({ site: { dossier } }) => {
    const utility = dossier.utilities[kind]
    const { presence, installed } = utility
    if (presence === 'none' || presence === 'planned') return t(`sites.presence.${presence}`)
    const free = freeCapacity(utility)
    if (free === null)
      return presence === 'unknown' ? null : `${t(`sites.presence.${presence}`)}, ${t('ui.state.unknown')}`
    const unit = unitOf[kind]
    const words = installed === null ? '' : t('ui.capacity.free_of', { installed: format.quantity(installed, unit) })
    return joined([format.quantity(free, unit), words], ' ')
  })
}

/** All fields of a group of the dossier, as its form has them. */
function fieldRows(
  group: 'land' | 'transport' | 'environment',
  sites: readonly ComparedSite[],
  row: MakeRow,
  { voice }: Told,
): CompareRow[] {
  const fields = new Map<string, Field>()
  for (const { site } of sites) {
    for (const field of fieldsOf(group, site.dossier)) {
      if (!field.isInternal && !field.name.includes('provenance.')) fields.set(field.name, field)
    }
  }
  return [...fields.values()].map((field) =>
    row(field.name, voice.word(field.label), ({ site: { dossier } }) =>
      dossier.notApplicable.includes(field.name)
        ? voice.t('ui.state.not_applicable')
        : sayField(field, valueAt(dossier, field.name), voice),
    ),
  )
}

function commitmentRow(row: MakeRow, { voice, today }: Told): CompareRow {
  return row('commitments', voice.t('compare.row.commitments'), ({ site: { dossier } }) => {
    const all = viewCommitments(dossier, voice, today)
    if (all.length === 0) return null
    return joined(
      all.map(({ title, stateWord, facts }) => joined([title, stateWord, facts], ', ')),
      '; ',
    )
  })
}
