import { isPaidFor } from '#app/domain/matching/closing'
import type { CatalogueRow } from '#app/domain/search/row'
import { railAccesses, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { utilityKinds } from '#app/domain/kernel/quantity'
import { Client } from 'pg'
import { bitsOf, zoneCode } from '../search/postgres-schema'

const server = process.env.BENCH_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
const database = `alan_bench_match_${process.pid}`

const known = (value: number) => (Number.isNaN(value) ? null : value)

/** Columns of the table, NULL for what nobody says, -1 for what does not apply. */
const columns: Record<string, readonly [type: string, read: (row: CatalogueRow) => unknown]> = {
  number: ['text', ({ card }) => card.number],
  confirm_by: ['float8', ({ confirmByMs }) => known(confirmByMs)],
  kind: ['smallint', ({ card }) => siteKinds.indexOf(card.kind)],
  sectors: ['smallint', ({ card }) => bitsOf(sectorKeys, card.sectors)],
  tenures: ['smallint', ({ card }) => bitsOf(tenures, card.tenures)],
  zone: ['smallint', ({ card }) => (card.zone === 'undetermined' ? null : zoneCode(card.zone))],
  rail: ['smallint', (row) => railAccesses.indexOf(row.rail)],
  rail_km: ['real', (row) => known(row.railKm)],
  highway_km: ['real', (row) => known(row.highwayKm)],
  area: ['real', (row) => known(row.area)],
  plot: ['real', (row) => known(row.plot)],
  height: ['real', (row) => known(row.height)],
  crane: ['real', (row) => known(row.crane)],
  is_area_open: ['boolean', (row) => row.isAreaOpen],
  is_height_open: ['boolean', (row) => row.isHeightOpen],
  is_crane_open: ['boolean', (row) => row.isCraneOpen],
  rent_month: ['real', ({ prices }) => known(prices.rent_month)],
  rent_m2_month: ['real', ({ prices }) => known(prices.rent_m2_month)],
  purchase: ['real', ({ prices }) => known(prices.purchase)],
  has_promise: ['boolean', ({ commitments }) => commitments.length > 0],
  ...Object.fromEntries(
    utilityKinds.map((kind) => [kind, ['real', ({ card }: CatalogueRow) => card.utilities[kind].free] as const]),
  ),
}

const promiseColumns = ['number text', 'work text', 'added real', 'due date']

/** PostgreSQL with the sites, in a database of its own that `close` drops. */
export async function openDatabase(rows: Iterable<CatalogueRow>) {
  await onServer(`CREATE DATABASE ${database}`)
  const client = new Client({ connectionString: Object.assign(new URL(server), { pathname: `/${database}` }).href })
  await client.connect()
  const names = Object.keys(columns)
  await client.query(`CREATE TABLE match_sites (${names.map((name) => `${name} ${columns[name]?.[0]}`).join(', ')})`)
  await client.query(`CREATE TABLE match_promises (${promiseColumns.join(', ')})`)
  let batch: CatalogueRow[] = []
  for (const row of rows) if (batch.push(row) === 5_000) batch = await write(client, batch)
  await write(client, batch)
  await client.query('CREATE INDEX ON match_promises (number, work, due)')
  await client.query('CREATE INDEX ON match_sites (confirm_by)')
  await client.query('VACUUM (ANALYZE, FREEZE)')
  for (const setting of ['jit = off', "work_mem = '256MB'"]) await client.query(`SET ${setting}`)
  const close = async () => {
    await client.end()
    await onServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
  }
  return { client, close }
}

async function write(client: Client, rows: CatalogueRow[]): Promise<CatalogueRow[]> {
  const names = Object.keys(columns)
  await insert(
    client,
    'match_sites',
    names.map((name) => columns[name]?.[0] ?? ''),
    names.map((name) => rows.map(columns[name]?.[1] ?? (() => null))),
  )
  const promises = rows.flatMap(({ card, commitments }) =>
    commitments
      .filter(({ state, added, dueOn }) => isPaidFor(state) && added !== null && dueOn !== null)
      .map((promise) => ({ number: card.number, ...promise })),
  )
  const values = [
    promises.map(({ number }) => number),
    promises.map(({ work }) => work),
    promises.map(({ added }) => added),
    promises.map(({ dueOn }) => dueOn),
  ]
  await insert(client, 'match_promises', ['text', 'text', 'real', 'date'], values)
  return []
}

async function insert(client: Client, table: string, types: string[], values: unknown[][]): Promise<void> {
  const lists = types.map((type, index) => `$${index + 1}::${type}[]`)
  await client.query(`INSERT INTO ${table} SELECT * FROM unnest(${lists.join(', ')})`, values)
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}
