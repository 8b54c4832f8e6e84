import { demoAccounts, demoPassword } from '#app/domain/accounts/demo'
import { siteTerm } from '#app/domain/sites/confirmation'
import { readConfirmations } from '#app/domain/sites/confirmation-schema'
import { parseDossier } from '#app/domain/sites/schema'
import { imageKey } from '#app/platform/storage/images.server'
import { paperKey } from '#app/platform/storage/papers.server'
import { diskStorage } from '#app/platform/storage/disk-storage.server'
import { runSeeds } from '#seeds/main'
import { testDatabase } from '#tests/setup/database'
import { verifyPassword } from '#app/platform/secrets/password.server'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
const dataDir = await mkdtemp(join(tmpdir(), 'alan-seeds-'))
const now = new Date('2026-11-22T06:00:00Z')

beforeAll(() => runSeeds({ db, demo: true, storage: diskStorage(join(dataDir, 'files')), now }))
afterAll(() => rm(dataDir, { recursive: true }))

const countRows = () =>
  Promise.all([
    db.user.count(),
    db.account.count(),
    db.member.count(),
    db.site.count(),
    db.siteVersion.count(),
    db.siteFile.count(),
  ])

describe('the demo', () => {
  it('is loaded once, whatever the day of the next start', async () => {
    const before = await countRows()
    expect(
      await runSeeds({
        db,
        demo: true,
        storage: diskStorage(join(dataDir, 'files')),
        now: new Date('2027-01-15T06:00:00Z'),
      }),
    ).toEqual([])
    expect(await countRows()).toEqual(before)
  })

  it('gives published sites a public version with pictures that are stored', async () => {
    const sites = await db.site.findMany({
      where: { status: 'published' },
      include: { publishedVersion: true, files: true },
    })
    expect(sites.length).toBeGreaterThanOrEqual(84)
    expect(sites.every(({ isDemo, publishedVersion }) => isDemo && publishedVersion?.state === 'published')).toBe(true)
    for (const { publishedVersion, files } of sites) {
      const { photos, papers } = parseDossier(publishedVersion?.dossier)
      const named = [...photos, ...papers].map(({ fileId }) => fileId)
      expect(named.toSorted()).toEqual(files.map(({ id }) => id).toSorted())
    }
    const storage = diskStorage(join(dataDir, 'files'))
    const [file] = sites[0]?.files ?? []
    const variants = await Promise.all(
      (file?.widths ?? []).map((width) => storage.get(imageKey(file?.sha256 ?? '', width))),
    )
    expect(variants.length).toBeGreaterThan(1)
    expect(variants.every((variant) => variant !== null)).toBe(true)
  })

  it('stores its papers, each a PDF of its own', async () => {
    const papers = await db.siteFile.findMany({ where: { kind: 'paper' } })
    expect(papers.length).toBeGreaterThan(10)
    expect(new Set(papers.map(({ sha256 }) => sha256)).size).toBe(papers.length)
    const storage = diskStorage(join(dataDir, 'files'))
    for (const { sha256, contentType, bytes } of papers) {
      const paper = await storage.get(paperKey(sha256, 'application/pdf'))
      expect(contentType).toBe('application/pdf')
      expect(paper?.byteLength).toBe(bytes)
    }
  })

  it('gives the showcase its history, its units their whole, and neighbours their bundle', async () => {
    const shop = await db.siteVersion.findMany({
      where: { site: { number: 'BLQ-0042' } },
      orderBy: { sequence: 'asc' },
    })
    expect(shop.map(({ state }) => state)).toEqual(['superseded', 'superseded', 'published'])
    const moments = shop.map(({ publishedAt }) => publishedAt?.getTime() ?? 0)
    expect(moments).toEqual(moments.toSorted((left, right) => left - right))
    expect(await db.site.count({ where: { parent: { number: 'TMT-0027' } } })).toBe(3)
    const bundles = await db.siteBundle.findMany({ include: { sites: { select: { number: true } } } })
    expect(bundles.map(({ sites }) => sites.length)).toEqual([2])
  })

  it('confirms what is published as the product itself would', async () => {
    const sites = await db.site.findMany({
      where: { publishedVersionId: { not: null } },
      include: { publishedVersion: true },
    })
    for (const { confirmations, confirmedAt, confirmBy, publishedVersion } of sites) {
      const { groups } = readConfirmations(confirmations)
      const dossier = parseDossier(publishedVersion?.dossier)
      expect(siteTerm(dossier, { confirmations: groups, confirmedAt })).toEqual({ confirmedAt, confirmBy })
    }
  })

  it('keeps four eyes: nobody reviewed an own version', async () => {
    const versions = await db.siteVersion.findMany({ where: { reviewerId: { not: null } } })
    expect(versions.filter(({ reviewerId, editorIds }) => editorIds.includes(reviewerId ?? ''))).toEqual([])
  })

  it('lets the towns count on after the numbers it gave', async () => {
    const balkhash = await db.town.findUniqueOrThrow({ where: { key: 'balkhash' } })
    expect(balkhash.lastSiteNumber).toBe(63)
    expect(await db.town.count({ where: { lastSiteNumber: 0 } })).toBe(7)
  })

  it('has the people of the sign-in page, each with the published password and a place', async () => {
    const people = await db.user.findMany({
      where: { email: { in: [...demoAccounts] } },
      include: { accounts: true, members: true },
    })
    expect(people.map(({ email }) => email).toSorted()).toEqual([...demoAccounts].toSorted())
    const [first] = people
    const hash = first?.accounts[0]?.password ?? ''
    expect(await verifyPassword({ hash, password: demoPassword })).toBe(true)
    expect(people.every(({ members, role }) => members.length === 1 || role === 'admin' || role === 'auditor')).toBe(
      true,
    )
    expect(await db.user.count({ where: { OR: [{ isDemo: false }, { emailVerified: false }] } })).toBe(0)
  })
})
