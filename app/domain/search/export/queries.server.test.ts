import { visitor } from '#app/domain/accounts/model'
import { dropCatalogue } from '#app/domain/search/catalogue.server'
import { exportSearch, mayExport } from '#app/domain/search/export/queries.server'
import { tableColumns, type ExportFormat } from '#app/domain/search/export/table'
import { drawSites, findSites, parseSearch } from '#app/domain/search/queries.server'
import { emptyDossier } from '#app/domain/sites/empty-dossier'
import type { SheetRow } from '#app/platform/sheets/model'
import { readSheet } from '#app/platform/sheets/read-sheet.server'
import { testDatabase } from '#tests/setup/database'
import { beforeAll, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

const limits = { rows: 1_000, columns: 300, unpackedBytes: 50_000_000, entries: 200, ms: 20_000 }
const dayMs = 86_400_000
const names = ['=1+1', 'Цех', '+7 701', 'Қойма', '@SUM(A1)']

beforeAll(async () => {
  dropCatalogue()
  const named = { nameKk: 'Балқаш', nameRu: 'Балхаш', nameEn: 'Balkhash' }
  const region = {
    key: 'karaganda',
    kato: '350000000',
    iso3166: 'KZ-35',
    source: 'test',
    confidence: 'high' as const,
  } as const
  await db.region.create({ data: { ...region, ...named } })
  const town = {
    key: 'balkhash',
    code: 'BLQ',
    regionKey: 'karaganda',
    kato: '351600000',
    katoConfidence: 'high' as const,
  } as const
  await db.town.create({ data: { ...town, ...named, lng: 74.98, lat: 46.84, facts: { statuses: [] } } })
  for (const [index, name] of names.entries()) {
    const dossier = emptyDossier('building')
    dossier.identity.name.ru = name
    dossier.identity.point = [74.9 + index / 100, 46.9]
    dossier.responsible.phone = '+7 777 000 00 00'
    dossier.utilities.electricity = { ...dossier.utilities.electricity, presence: 'connected', free: 100 * (index + 1) }
    const site = await db.site.create({
      data: { number: `BLQ-000${index}`, townKey: 'balkhash', kind: 'building', isDemo: index === 1 },
    })
    const version = await db.siteVersion.create({ data: { siteId: site.id, sequence: 1, state: 'published', dossier } })
    const confirmed = { confirmedAt: new Date(Date.now() - dayMs), confirmBy: new Date(Date.now() + 80 * dayMs) }
    await db.site.update({
      where: { id: site.id },
      data: { status: 'published', publishedVersionId: version.id, publishedAt: new Date(), ...confirmed },
    })
  }
})

const criteriaOf = async (query: string) => (await parseSearch(visitor, new URLSearchParams(query))).criteria

async function bytesOf(query: string, format: ExportFormat) {
  const { body, fileName } = await exportSearch(visitor, await criteriaOf(query), 'ru', format)
  return { fileName, bytes: new Uint8Array(await new Response(body).arrayBuffer()) }
}

async function rowsOf(bytes: Uint8Array): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  const outcome = await readSheet(bytes, limits, {
    begin: () => undefined,
    rows: async (more) => void rows.push(...more),
  })
  expect(outcome).toEqual({ ok: true })
  return rows
}

type Features = { features: { geometry: unknown; properties: { number: string; demo: boolean } }[] }
const featuresOf = (bytes: Uint8Array) => (JSON.parse(new TextDecoder().decode(bytes)) as Features).features

describe('a search as a file', () => {
  it.each(['', 'power_min=250', 'power_min=400&size=1&page=2', 'power_min=90000', 'near=74.9,46.9&within_km=1.6'])(
    'holds for «%s» as many sites as the list and the map',
    async (query) => {
      const criteria = await criteriaOf(query)
      const { total } = await findSites(visitor, criteria)
      const { clusters, pins } = await drawSites(visitor, criteria, 5)
      expect(clusters.reduce((sum, { count }) => sum + count, pins.length)).toBe(total)
      expect(featuresOf((await bytesOf(query, 'geojson')).bytes)).toHaveLength(total)
      for (const format of ['xlsx', 'csv'] as const) {
        expect(await rowsOf((await bytesOf(query, format)).bytes)).toHaveLength(total + 1)
      }
    },
  )

  it('comes in the order of the list, marks the demo, and never runs as a formula', async () => {
    const { bytes, fileName } = await bytesOf('sort=power', 'xlsx')
    const [titles, ...rows] = await rowsOf(bytes)
    expect(fileName).toMatch(/^alan-search-\d{4}-\d\d-\d\d-demo\.xlsx$/)
    expect(titles?.cells).toHaveLength(tableColumns().length)
    expect(rows.some(({ cells }) => cells.some((cell) => cell?.isFormula))).toBe(false)
    expect(rows.map(({ cells }) => cells[1])).toEqual([...names].reverse().map((text) => ({ kind: 'text', text })))
    const marked = rows.filter(({ cells }) => cells.some((cell) => cell?.kind === 'text' && cell.text === 'демо'))
    expect(marked).toHaveLength(1)
    const csv = new TextDecoder().decode((await bytesOf('sort=power', 'csv')).bytes)
    expect(csv).toContain(`,"'=1+1",`)
  })

  it('tells nothing that the public card does not', async () => {
    for (const format of ['csv', 'geojson'] as const) {
      expect(new TextDecoder().decode((await bytesOf('', format)).bytes)).not.toContain('777 000')
    }
  })

  it('is given twenty times a minute to one address when it is large', async () => {
    const now = new Date()
    const taken = []
    for (let index = 0; index < 21; index++) taken.push(await mayExport(visitor, 1001, '192.0.2.1', now))
    expect(taken.filter(Boolean)).toHaveLength(20)
    expect(taken.at(-1)).toBe(false)
    expect(await mayExport(visitor, 1001, '192.0.2.2', now)).toBe(true)
    expect(await mayExport(visitor, 1000, '192.0.2.1', now)).toBe(true)
    expect(await mayExport(visitor, 1001, '192.0.2.1', new Date(now.getTime() + 61_000))).toBe(true)
  })
})
