import { toLocalDate, utcMidnightOf } from '#app/domain/kernel/local-date'
import type { Fact, Source, TownFacts } from '#app/domain/towns/model'
import type { Tx } from '#app/platform/db/client.server'
import type { Reference, ReferenceTown } from './reference-data'

type Sources = Reference['sources']

export async function writeRegions(tx: Tx, { regions: { regions, source, confidence } }: Reference): Promise<void> {
  for (const { key, kato, iso3166, name } of regions) {
    const facts = { kato, iso3166, nameKk: name.kk, nameRu: name.ru, nameEn: name.en, source, confidence }
    await tx.region.upsert({ where: { key }, create: { key, ...facts }, update: facts })
  }
}

/** The number prefix of a town and its last site number are never changed once the town exists. */
export async function writeTowns(tx: Tx, { towns, sources }: Reference): Promise<void> {
  for (const town of towns) {
    const columns = {
      regionKey: town.region,
      nameKk: town.name.kk,
      nameRu: town.name.ru,
      nameEn: town.name.en,
      aliases: town.aliases,
      kato: town.kato.value,
      katoConfidence: town.kato.confidence,
      lng: town.point.value[0],
      lat: town.point.value[1],
      population: town.population.value,
      facts: gatherFacts(town, sources),
    }
    const { key, code } = town
    await tx.town.upsert({ where: { key }, create: { key, code, ...columns }, update: columns })
    await writeStatuses(tx, town, sources)
  }
}

async function writeStatuses(tx: Tx, town: ReferenceTown, sources: Sources): Promise<void> {
  for (const status of town.statuses) {
    const columns = {
      validFrom: status.validFrom === null ? null : utcMidnightOf(toLocalDate(status.validFrom)),
      period: status.validFromWords?.en ?? null,
      order: status.order,
      source: sourceOf(status.source, sources).label,
      confidence: status.confidence,
      note: status.note?.en ?? null,
    }
    const id = { townKey: town.key, inList: status.inList }
    await tx.monotownStatus.upsert({ where: { townKey_inList: id }, create: { ...id, ...columns }, update: columns })
  }
}

/** The facts of a town as they are stored: short keys of sources replaced by what a reader can use. */
export function gatherFacts(town: ReferenceTown, sources: Sources): TownFacts {
  const withSource = <Sourced extends { source: string }>(
    sourced: Sourced,
  ): Omit<Sourced, 'source'> & { source: Source } => ({
    ...sourced,
    source: sourceOf(sourced.source, sources),
  })
  const facts = (list: ReferenceTown['zones']): Fact[] => list.map(withSource)
  const { kato, point, isStagnating } = town
  return {
    kato: { source: sourceOf(kato.source, sources), confidence: kato.confidence },
    point: { source: sourceOf(point.source, sources), confidence: point.confidence },
    population: withSource(town.population),
    enterprises: facts(town.enterprises),
    industries: facts(town.industries),
    rail: withSource(town.rail),
    road: withSource(town.road),
    zones: facts(town.zones),
    more: facts(town.more),
    stagnating: isStagnating && withSource(isStagnating),
    statuses: town.statuses.map(withSource),
  }
}

function sourceOf(key: string, sources: Sources): Source {
  const source = sources[key]
  if (!source) throw new Error(`No source ${key} in seeds/reference/sources.json`)
  return source
}
