import { siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { zoneChoices } from '#app/domain/search/model'
import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { countedFacets, type Answer, type Contestant, type CountedFacet } from './answer'
import { benchPlaces } from './generate-rows'
import { mergeCells, type GridCell } from './grid'
import { fillDatabase } from './postgres-schema'
import { makeStatement, singlesFromZoom, type Statement } from './postgres-statement'

const server = process.env.BENCH_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
const database = `alan_bench_${process.pid}`

/** Kept for the session: what was measured as best, see docs/decisions/016-search-benchmark.md. */
const settings = [
  'SET jit = off',
  "SET work_mem = '256MB'",
  'SET random_page_cost = 1.1',
  "SET effective_cache_size = '4GB'",
  ...(process.env.BENCH_POSTGRES_SETTINGS?.split(';') ?? []),
]

/** PostgreSQL with one prepared statement per set of criteria, in a database of its own that is dropped at the end. */
export function createPostgres(): Contestant {
  let client: Client | null = null
  let backend = 0
  const names = new Map<string, string>()
  const ask = async (statement: Statement) => {
    const name = names.get(statement.text) ?? `q${names.size}`
    names.set(statement.text, name)
    const result = await client?.query<Row>({ name, text: statement.text, values: statement.values })
    const row = result?.rows[0]
    if (!row) throw new Error('no answer')
    return row
  }
  return {
    load: async (rows) => {
      await onServer(`CREATE DATABASE ${database}`)
      client = new Client({ connectionString: withDatabase(database) })
      await client.connect()
      await fillDatabase(client, rows)
      for (const setting of settings) await client.query(setting)
      const result = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      backend = result.rows[0]?.pid ?? 0
    },
    answer: async (query) => {
      const statement = makeStatement(query)
      return readAnswer(await ask(statement), statement.asked, query.zoom)
    },
    readDiskBytes: async () => {
      const result = await client?.query<{ bytes: string }>('SELECT pg_database_size(current_database()) AS bytes')
      return Number(result?.rows[0]?.bytes ?? 0)
    },
    readCpuMs: async () => readProcessCpuMs(backend),
    close: async () => {
      await client?.end()
      await onServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
    },
  }
}

type Group = Record<'of' | 'kind' | 'town' | 'sectors' | 'tenures' | 'zone', number> & Record<string, number>
type Row = {
  open: number
  page: { number: string }[] | null
  counts: Group[] | null
  circles: [x: number, y: number, count: number, mx: number, my: number][] | null
}

/** Processor time of a process of this machine; 0 when it runs elsewhere. A tick of the kernel is 10 ms. */
async function readProcessCpuMs(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}

function withDatabase(name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

const townKeys = benchPlaces.towns.map(({ key }) => key)
const regionOfTown = benchPlaces.towns.map(({ regionKey }) => regionKey)

/** What GROUPING says: the bits of the columns that are not grouped by, of town, sectors and tenures. */
const groupings = { kindTownZone: 0b011, sectors: 0b101 }

function readAnswer(row: Row, asked: readonly CountedFacet[], zoom: number): Answer {
  const facets = Object.fromEntries(countedFacets.map((name) => [name, {}])) as Answer['facets']
  let total = 0
  const count = (group: Group, facet: CountedFacet, keys: readonly (string | undefined)[]) => {
    const missed = asked.includes(facet) ? (group[`c${asked.indexOf(facet) + 1}`] ?? 0) : 0
    for (const key of keys)
      if (key !== undefined) facets[facet][key] = (facets[facet][key] ?? 0) + (group.c0 ?? 0) + missed
  }
  for (const group of row.counts ?? []) {
    if (group.of === groupings.kindTownZone) {
      total += group.c0 ?? 0
      count(group, 'kind', [siteKinds[group.kind]])
      count(group, 'region', [regionOfTown[group.town]])
      count(group, 'town', [townKeys[group.town]])
      count(group, 'zone', [zoneChoices[group.zone - 1]])
    } else if (group.of === groupings.sectors) count(group, 'sector', readBits(sectorKeys, group.sectors))
    else count(group, 'tenure', readBits(tenures, group.tenures))
  }
  const cells = (row.circles ?? []).map(([x, y, size, mx, my]): GridCell => ({
    column: x,
    line: y,
    count: size,
    x: mx / size,
    y: my / size,
  }))
  return {
    total,
    openTotal: row.open,
    numbers: (row.page ?? []).map(({ number }) => number),
    facets,
    circles: zoom >= singlesFromZoom ? cells.map(({ count }) => count) : mergeCells(cells, zoom),
  }
}

function readBits(list: readonly string[], bits: number): string[] {
  return list.filter((_, position) => (bits & (1 << position)) !== 0)
}
