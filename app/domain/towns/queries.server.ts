import { localDateOfUtcMidnight } from '#app/domain/kernel/local-date'
import type { Localized } from '#app/domain/kernel/localized'
import { makeCalendar, type WorkingCalendar } from '#app/domain/kernel/working-calendar'
import type { Db } from '#app/platform/db/client.server'
import type { MonotownStatus } from '#app/platform/db/generated/client'
import { database } from '#app/platform/db/database.server'
import { keepFor } from '#app/platform/db/keep-for.server'
import { sectorKeys } from './model'
import type {
  Incentive,
  Region,
  Sector,
  SectorKey,
  Source,
  TownFacts,
  TownProfile,
  TownStatus,
  TownSummary,
} from './model'

// Reference data are public and this room stands left of accounts: these reads take no actor.

const REFERENCE_MS = 60_000
const CALENDAR_MS = 5_000

/** All regions, by KATO code. */
export function listRegions(): Promise<Region[]> {
  return keepFor(REFERENCE_MS, database(), 'regions', async (db) => {
    const rows = await db.region.findMany({ orderBy: { kato: 'asc' } })
    return rows.map((row) => ({ key: row.key, kato: row.kato, name: localized(row, 'name') }))
  })
}

/** All towns that are or were on the list of monotowns, by key, with their dated statuses. */
export async function listTowns(): Promise<TownSummary[]> {
  const profiles = await listProfiles()
  return profiles.map(({ key, code, regionKey, name, aliases, point, statuses }) => ({
    key,
    code,
    regionKey,
    name,
    aliases,
    point,
    statuses,
  }))
}

/** A town with its facts; null when there is none with this key. */
export async function readTown(key: string): Promise<TownProfile | null> {
  const profiles = await listProfiles()
  return profiles.find((town) => town.key === key) ?? null
}

/** The sectors in the order in which they are shown. */
export function listSectors(): Promise<Sector[]> {
  return keepFor(REFERENCE_MS, database(), 'sectors', async (db) => {
    const rows = await db.sector.findMany({ orderBy: { position: 'asc' } })
    return rows.filter(isKnownSector).map((row) => ({ key: row.key, name: localized(row, 'name'), oked: row.oked }))
  })
}

/** The measures of state support in the order in which they are shown; those that do not work are marked. */
export function listIncentives(): Promise<Incentive[]> {
  return keepFor(REFERENCE_MS, database(), 'incentives', async (db) => {
    const rows = await db.incentive.findMany({ orderBy: { position: 'asc' } })
    return rows.map((row) => ({
      key: row.key,
      name: localized(row, 'name'),
      terms: localized(row, 'terms'),
      provider: localized(row, 'provider'),
      basis: localized(row, 'basis'),
      note: localized(row, 'note'),
      sectors: row.sectors.filter((key): key is SectorKey => (sectorKeys as readonly string[]).includes(key)),
      availability: row.availability,
      source: readSource(row.source),
      confidence: row.confidence,
    }))
  })
}

/** The working calendar with the admins' overrides, which win; a change is seen within five seconds. */
export function readCalendar(): Promise<WorkingCalendar> {
  return keepFor(CALENDAR_MS, database(), 'calendar', async (db) => {
    const [days, overrides] = await Promise.all([db.calendarDay.findMany(), db.calendarOverride.findMany()])
    return makeCalendar(
      days.map(({ date, kind }) => ({ date: localDateOfUtcMidnight(date), kind })),
      overrides.map(({ date, isWorking }) => ({ date: localDateOfUtcMidnight(date), isWorking })),
    )
  })
}

function listProfiles(): Promise<TownProfile[]> {
  return keepFor(REFERENCE_MS, database(), 'towns', readProfiles)
}

async function readProfiles(db: Db): Promise<TownProfile[]> {
  const rows = await db.town.findMany({ orderBy: { key: 'asc' }, include: { statuses: true } })
  return rows.map((row) => {
    // Written by the reference loader only, from data of this type.
    const facts = row.facts as unknown as TownFacts
    return {
      key: row.key,
      code: row.code,
      regionKey: row.regionKey,
      name: localized(row, 'name'),
      aliases: row.aliases,
      point: [row.lng, row.lat],
      statuses: row.statuses.map((status) => readStatus(status, facts)).sort(byInListFirst),
      kato: row.kato,
      facts,
    }
  })
}

/** The row says what holds; the words of the same status stand among the facts, when the loader has written them. */
function readStatus(row: MonotownStatus, facts: TownFacts): TownStatus {
  const words = facts.statuses.find((status) => status.inList === row.inList)
  return {
    inList: row.inList,
    validFrom: row.validFrom && localDateOfUtcMidnight(row.validFrom),
    validFromWords: words?.validFromWords ?? null,
    order: row.order,
    source: words?.source ?? readSource(row.source),
    confidence: row.confidence,
    note: words?.note ?? null,
  }
}

function byInListFirst(left: TownStatus, right: TownStatus): number {
  return Number(right.inList) - Number(left.inList)
}

function isKnownSector<Row extends { key: string }>(row: Row): row is Row & { key: SectorKey } {
  return (sectorKeys as readonly string[]).includes(row.key)
}

function readSource(label: string): Source {
  return { label, url: null }
}

type Columns<Prefix extends string> = Record<`${Prefix}${'Kk' | 'Ru' | 'En'}`, string>

function localized<Prefix extends string>(row: Columns<Prefix>, prefix: Prefix): Localized {
  return { kk: row[`${prefix}Kk`], ru: row[`${prefix}Ru`], en: row[`${prefix}En`] }
}
