import { visitor } from '#app/domain/accounts/model'
import { dropCatalogue, readColumns, refreshCatalogue, startCatalogue } from '#app/domain/search/catalogue.server'
import { drawSites, findSites, parseSearch, readFigures } from '#app/domain/search/queries.server'
import { emptyCriteria } from '#app/domain/search/schema'
import { listPublicNumbers, readPassport } from '#app/domain/sites/queries/read-passport.server'
import { emptyDossier } from '#app/domain/sites/empty-dossier'
import { readReadiness } from '#app/platform/http/readiness.server'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

const dayMs = 86_400_000

async function addPlaces() {
  await db.region.create({
    data: {
      key: 'karaganda',
      kato: '350000000',
      iso3166: 'KZ-35',
      nameKk: 'Қарағанды облысы',
      nameRu: 'Карагандинская область',
      nameEn: 'Karaganda Region',
      source: 'test',
      confidence: 'high',
    },
  })
  await db.town.create({
    data: {
      key: 'balkhash',
      code: 'BLQ',
      regionKey: 'karaganda',
      nameKk: 'Балқаш',
      nameRu: 'Балхаш',
      nameEn: 'Balkhash',
      kato: '351600000',
      katoConfidence: 'high',
      lng: 74.98,
      lat: 46.84,
      facts: { statuses: [] },
    },
  })
}

type Told = { number: string; name?: string; status?: 'draft' | 'published' | 'withdrawn'; changedAt?: Date }

async function addSite({ number, name = 'Цех', status = 'published', changedAt }: Told) {
  const dossier = emptyDossier('building')
  dossier.identity.name.ru = name
  dossier.identity.point = [74.9, 46.9]
  dossier.utilities.electricity = { ...dossier.utilities.electricity, presence: 'connected', free: 630 }
  const site = await db.site.create({ data: { number, townKey: 'balkhash', kind: 'building', changedAt } })
  const version = await db.siteVersion.create({ data: { siteId: site.id, sequence: 1, state: 'published', dossier } })
  const published = status === 'draft' ? {} : { publishedVersionId: version.id, publishedAt: new Date() }
  await db.site.update({
    where: { id: site.id },
    data: {
      status,
      ...published,
      confirmedAt: new Date(Date.now() - dayMs),
      confirmBy: new Date(Date.now() + 80 * dayMs),
    },
  })
  return site.id
}

const find = async (query = '') => {
  const { criteria } = await parseSearch(visitor, new URLSearchParams(query))
  return (await findSites(visitor, criteria)).items.map((item) => item.number)
}

beforeEach(async () => {
  dropCatalogue()
  await addPlaces()
})

afterEach(() => emptyTables(db))

describe('the catalogue', () => {
  it('finds published sites and no others', async () => {
    await addSite({ number: 'BLQ-0001' })
    await addSite({ number: 'BLQ-0002', status: 'draft' })
    await addSite({ number: 'BLQ-0003', status: 'withdrawn' })
    expect(await find()).toEqual(['BLQ-0001'])
    expect(await find('q=Balqash&power_min=600&town=balkhash')).toEqual(['BLQ-0001'])
    expect(await find('power_min=700')).toEqual([])
    expect(await readFigures(visitor)).toEqual({ sites: 1, freeAreaM2: 0, freePowerKw: 630, confirmedLately: 1 })
    expect((await drawSites(visitor, emptyCriteria(), 5)).pins.map((pin) => pin.number)).toEqual(['BLQ-0001'])
  })

  it('shows a write at once when it is told, with an older date too', async () => {
    await addSite({ number: 'BLQ-0001' })
    expect(await find()).toEqual(['BLQ-0001'])
    await addSite({ number: 'BLQ-0002', changedAt: new Date(Date.now() - 10_000) })
    await refreshCatalogue()
    expect((await find()).sort()).toEqual(['BLQ-0001', 'BLQ-0002'])
  })

  it('forgets a site that is withdrawn and takes over a new version', async () => {
    const gone = await addSite({ number: 'BLQ-0001' })
    const changed = await addSite({ number: 'BLQ-0002' })
    expect((await find()).length).toBe(2)
    await db.site.update({ where: { id: gone }, data: { status: 'withdrawn', changedAt: new Date() } })
    const dossier = emptyDossier('building')
    dossier.identity.name.ru = 'Склад'
    const version = await db.siteVersion.create({ data: { siteId: changed, sequence: 2, dossier } })
    await db.site.update({ where: { id: changed }, data: { publishedVersionId: version.id, changedAt: new Date() } })
    await refreshCatalogue()
    expect(await find()).toEqual(['BLQ-0002'])
    expect(await find('q=склад')).toEqual(['BLQ-0002'])
    expect(await find('q=цех')).toEqual([])
  })

  it('follows the database by itself within two seconds', async () => {
    const stop = await startCatalogue()
    try {
      expect((await readReadiness()).checks.catalogue).toBe('ok')
      await addSite({ number: 'BLQ-0007' })
      await expect.poll(() => find(), { timeout: 2_000, interval: 50 }).toEqual(['BLQ-0007'])
    } finally {
      stop()
    }
  })

  it('serves what it has while the database is away, and all that changed once it is back', async () => {
    await addSite({ number: 'BLQ-0001' })
    expect(await find()).toEqual(['BLQ-0001'])
    const changed = await addSite({ number: 'BLQ-0002' })
    await db.$executeRawUnsafe('ALTER TABLE "Site" RENAME TO "SiteAway"')
    try {
      await expect(refreshCatalogue()).rejects.toThrow()
      expect(await find()).toEqual(['BLQ-0001'])
    } finally {
      await db.$executeRawUnsafe('ALTER TABLE "SiteAway" RENAME TO "Site"')
    }
    await refreshCatalogue()
    expect((await find()).sort()).toEqual(['BLQ-0001', 'BLQ-0002'])
    await db.site.update({ where: { id: changed }, data: { status: 'withdrawn', changedAt: new Date() } })
    await refreshCatalogue()
    expect(await find()).toEqual(['BLQ-0001'])
  })

  it('takes over nothing of a change that it could read only in part', async () => {
    await addSite({ number: 'BLQ-0001' })
    expect(await find()).toEqual(['BLQ-0001'])
    await addSite({ number: 'BLQ-0002' })
    await db.$executeRawUnsafe('ALTER TABLE "SiteVersion" RENAME TO "SiteVersionAway"')
    try {
      await expect(refreshCatalogue()).rejects.toThrow()
      expect(await find()).toEqual(['BLQ-0001'])
    } finally {
      await db.$executeRawUnsafe('ALTER TABLE "SiteVersionAway" RENAME TO "SiteVersion"')
    }
    await refreshCatalogue()
    expect((await find()).sort()).toEqual(['BLQ-0001', 'BLQ-0002'])
  })

  it('is the same after a restart', async () => {
    await addSite({ number: 'BLQ-0001' })
    await refreshCatalogue()
    await addSite({ number: 'BLQ-0002' })
    await refreshCatalogue()
    const before = await find()
    dropCatalogue()
    expect(await find()).toEqual(before)
  })

  it('changes its version with every change and with nothing else', async () => {
    const id = await addSite({ number: 'BLQ-0001' })
    const versionNow = async () => {
      await refreshCatalogue()
      return (await readColumns()).version
    }
    const first = await versionNow()
    expect(await versionNow()).toBe(first)
    await db.site.update({ where: { id }, data: { changedAt: new Date() } })
    expect(await versionNow()).toBeGreaterThan(first)
  })

  it('is not taken down by one dossier that cannot be read', async () => {
    await addSite({ number: 'BLQ-0001' })
    const broken = await addSite({ number: 'BLQ-0002' })
    await db.siteVersion.updateMany({ where: { siteId: broken }, data: { dossier: { nonsense: true } } })
    expect(await find()).toEqual(['BLQ-0001'])
  })

  it('answers many callers at once with the newest state for each', async () => {
    await refreshCatalogue()
    const numbers = Array.from({ length: 12 }, (_, index) => `BLQ-${String(index + 1).padStart(4, '0')}`)
    await Promise.all(
      numbers.map(async (number) => {
        await addSite({ number })
        await refreshCatalogue()
        expect(await find(`q=${number}`)).toContain(number)
      }),
    )
    expect((await find('size=100')).sort()).toEqual(numbers)
  })
})

describe('the public dossier', () => {
  it('is there for published and ended sites, in any spelling of the number', async () => {
    await addSite({ number: 'BLQ-0001' })
    await addSite({ number: 'BLQ-0003', status: 'withdrawn' })
    expect((await readPassport(visitor, 'blq-0001'))?.status).toBe('published')
    expect((await readPassport(visitor, 'BLQ-0003'))?.status).toBe('withdrawn')
    expect((await listPublicNumbers(visitor)).map((site) => site.number)).toEqual(['BLQ-0001', 'BLQ-0003'])
  })

  it('is not there for drafts and unknown numbers', async () => {
    await addSite({ number: 'BLQ-0002', status: 'draft' })
    expect(await readPassport(visitor, 'BLQ-0002')).toBeNull()
    expect(await readPassport(visitor, 'BLQ-9999')).toBeNull()
  })
})
