import { toMercator } from '#app/domain/kernel/geo'
import type { CatalogueRow } from '#app/domain/search/row'
import { zoneChoices } from '#app/domain/search/model'
import { toNumberKey } from '#app/domain/search/number-key'
import { railAccesses, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import type { Client } from 'pg'
import { benchPlaces } from './generate-rows'
import { padWords } from './items'

const minuteMs = 60_000

/** Cells of the finest grid, from which those of any zoom follow by a shift: each zoom halves the cells of the last. */
export const finestZoom = 20
const finestCell = 72 / (512 * 2 ** finestZoom)

/** Columns of the narrow table, with how each is read from a row; NULL is what nobody says, -1 what does not apply. */
const siteColumns: Record<string, readonly [type: string, read: (row: CatalogueRow) => unknown]> = {
  kind: ['smallint', (row) => siteKinds.indexOf(row.card.kind)],
  region: ['smallint', (row) => benchPlaces.regions.findIndex(({ key }) => key === row.card.regionKey)],
  town: ['smallint', (row) => benchPlaces.towns.findIndex(({ key }) => key === row.card.townKey)],
  zone: ['smallint', ({ card }) => (card.zone === 'undetermined' ? null : zoneCode(card.zone))],
  sectors: ['smallint', (row) => bitsOf(sectorKeys, row.card.sectors)],
  tenures: ['smallint', (row) => bitsOf(tenures, row.card.tenures)],
  rail: ['smallint', (row) => railAccesses.indexOf(row.rail)],
  is_area_open: ['boolean', (row) => row.isAreaOpen],
  is_height_open: ['boolean', (row) => row.isHeightOpen],
  area: ['real', (row) => orNull(row.area)],
  plot: ['real', (row) => orNull(row.plot)],
  height: ['real', (row) => orNull(row.height)],
  rail_km: ['real', (row) => orNull(row.railKm)],
  rent_month: ['real', (row) => orNull(row.prices.rent_month)],
  rent_m2_month: ['real', (row) => orNull(row.prices.rent_m2_month)],
  purchase: ['real', (row) => orNull(row.prices.purchase)],
  electricity: ['real', (row) => row.card.utilities.electricity.free],
  water: ['real', (row) => row.card.utilities.water.free],
  sewer: ['real', (row) => row.card.utilities.sewer.free],
  heat: ['real', (row) => row.card.utilities.heat.free],
  gas: ['real', (row) => row.card.utilities.gas.free],
  telecom: ['real', (row) => row.card.utilities.telecom.free],
  confirmed: ['integer', (row) => minutesOf(row.confirmedMs)],
  confirm_by: ['integer', (row) => minutesOf(row.confirmByMs)],
  lng: ['double precision', (row) => row.card.point?.[0] ?? null],
  lat: ['double precision', (row) => row.card.point?.[1] ?? null],
  mx: ['double precision', (row) => (row.card.point ? toMercator(row.card.point).x : null)],
  my: ['double precision', (row) => (row.card.point ? toMercator(row.card.point).y : null)],
  gx: ['integer', (row) => (row.card.point ? Math.floor(toMercator(row.card.point).x / finestCell) : null)],
  gy: ['integer', (row) => (row.card.point ? Math.floor(toMercator(row.card.point).y / finestCell) : null)],
  number_key: ['bigint', (row) => toNumberKey(row.card.number)],
}

const siteNames = Object.keys(siteColumns)

/** What is searched lies in a narrow table; words and cards, which few queries read, lie in their own. */
const tables = [
  `CREATE TABLE sites (id integer, ${siteNames.map((name) => `${name} ${siteColumns[name]?.[0]}`).join(', ')})`,
  'CREATE TABLE words (id integer, name text COLLATE "C", place text COLLATE "C", both_texts text COLLATE "C")',
  'CREATE TABLE cards (id integer, card jsonb)',
]

const indexed = ['area', 'plot', 'height', 'electricity', 'water', 'heat', 'gas', 'rent_m2_month', 'town', 'region']
const indexes = [
  'ALTER TABLE sites ADD PRIMARY KEY (id)',
  'ALTER TABLE words ADD PRIMARY KEY (id)',
  'ALTER TABLE cards ADD PRIMARY KEY (id)',
  ...indexed.map((name) => `CREATE INDEX ON sites (${name})`),
  'CREATE INDEX ON sites (lng, lat)',
  'CREATE INDEX ON words USING gin (both_texts gin_trgm_ops)',
]

/** Rows per statement. */
const atOnce = 5_000

/** Writes the sites and makes the indexes. */
export async function fillDatabase(client: Client, rows: Iterable<CatalogueRow>): Promise<void> {
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm')
  for (const table of tables) await client.query(table)
  let batch: CatalogueRow[] = []
  let written = 0
  const write = async () => {
    await writeBatch(client, batch, written)
    written += batch.length
    batch = []
  }
  for (const row of rows) {
    batch.push(row)
    if (batch.length === atOnce) await write()
  }
  await write()
  await client.query("SET maintenance_work_mem = '512MB'")
  for (const index of indexes) await client.query(index)
  await client.query('ALTER TABLE words ALTER both_texts SET STATISTICS 1000')
  await client.query('VACUUM (ANALYZE, FREEZE) sites, words, cards')
}

async function writeBatch(client: Client, rows: readonly CatalogueRow[], from: number): Promise<void> {
  const insert = (
    table: string,
    columns: readonly (readonly [string, string, (row: CatalogueRow, index: number) => unknown])[],
  ) =>
    client.query(
      `INSERT INTO ${table} (${columns.map(([name]) => name).join(', ')})
       SELECT * FROM unnest(${columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')})`,
      columns.map(([, , read]) => rows.map(read)),
    )
  const id = ['id', 'integer', (_row: CatalogueRow, index: number) => from + index] as const
  const read = (name: string) => siteColumns[name] ?? (['integer', () => null] as const)
  await insert('sites', [id, ...siteNames.map((name) => [name, ...read(name)] as const)])
  await insert('words', [
    id,
    ['name', 'text', (row) => padWords(row.text.name)],
    ['place', 'text', (row) => padWords(row.text.place)],
    ['both_texts', 'text', (row) => padWords(row.text.name) + padWords(row.text.place)],
  ])
  await insert('cards', [id, ['card', 'jsonb', (row) => JSON.stringify(row.card)]])
}

/** Whole minutes; null for a moment that never was. */
export function minutesOf(ms: number): number | null {
  return Number.isNaN(ms) ? null : Math.floor(ms / minuteMs)
}

/** Bits of the positions of the values in the list. */
export function bitsOf<Key>(list: readonly Key[], values: readonly Key[]): number {
  return values.reduce((bits, value) => bits | (1 << list.indexOf(value)), 0)
}

/** 1 and 2 for what fits a choice, 0 for what is not eligible. */
export function zoneCode(zone: string): number {
  return zoneChoices.findIndex((choice) => choice === zone) + 1
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
