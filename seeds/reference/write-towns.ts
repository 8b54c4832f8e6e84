import { toLocalDate, utcMidnightOf } from '#app/domain/kernel/local-date'
import type { Fact, Source, TownFacts } from '#app/domain/towns/model'
import type { Tx } from '#app/platform/db/client.server'
import type { Reference, ReferenceTown } from './reference-data'
import { byKey, compareRows } from './compare-rows'

type Sources = Reference['sources']

export async function writeRegions(tx: Tx, { regions: { regions, source, confidence } }: Reference): Promise<void> {
  const rows = regions.map(({ key, kato, iso3166, name }) => ({
    ...{ key, kato, iso3166, nameKk: name.kk, nameRu: name.ru, nameEn: name.en, source, confidence },
  }))
  const { missing, changed } = await compareRows(rows, tx.region.findMany(), byKey)
  await tx.region.createMany({ data: missing })
  for (const { key, ...facts } of changed) await tx.region.update({ where: { key }, data: facts })
}

/** The number prefix of a town and its last site number are never changed once the town exists. */
export async function writeTowns(tx: Tx, { towns, sources }: Reference): Promise<void> {
  const rows = towns.map((town) => describeTown(town, sources))
  const { missing, changed } = await compareRows(rows, tx.town.findMany(), byKey)
  await tx.town.createMany({ data: missing })
  for (const { key, code: _code, ...columns } of changed) await tx.town.update({ where: { key }, data: columns })
  await writeStatuses(tx, towns, sources)
}

function describeTown(town: ReferenceTown, sources: Sources) {
  const { key, code, region, name, aliases, kato, point, population } = town
  return {
    ...{ key, code, aliases, regionKey: region, nameKk: name.kk, nameRu: name.ru, nameEn: name.en },
    kato: kato.value,
    katoConfidence: kato.confidence,
    lng: point.value[0],
    lat: point.value[1],
    population: population.value,
    facts: gatherFacts(town, sources),
  }
}

async function writeStatuses(tx: Tx, towns: readonly ReferenceTown[], sources: Sources): Promise<void> {
  const rows = towns.flatMap((town) =>
    town.statuses.map((status) => ({
      townKey: town.key,
      inList: status.inList,
      validFrom: status.validFrom === null ? null : utcMidnightOf(toLocalDate(status.validFrom)),
      period: status.validFromWords?.en ?? null,
      order: status.order,
      source: sourceOf(status.source, sources).label,
      confidence: status.confidence,
      note: status.note?.en ?? null,
    })),
  )
  const { missing, changed } = await compareRows(
    rows,
    tx.monotownStatus.findMany(),
    ({ townKey, inList }: { townKey: string; inList: boolean }) => `${townKey}/${inList}`,
  )
  await tx.monotownStatus.createMany({ data: missing })
  for (const { townKey, inList, ...columns } of changed) {
    await tx.monotownStatus.update({ where: { townKey_inList: { townKey, inList } }, data: columns })
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
