import { demoAccounts, demoPassword } from '#app/domain/accounts/demo'
import { parseDossier } from '#app/domain/sites/schema'
import { imageKey } from '#app/platform/storage/images.server'
import { diskStorage } from '#app/platform/storage/storage.server'
import { runSeeds } from '#seeds/main'
import { testDatabase } from '#tests/setup/database'
import { verifyPassword } from 'better-auth/crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
const dataDir = await mkdtemp(join(tmpdir(), 'alan-seeds-'))
const now = new Date('2026-11-22T06:00:00Z')

beforeAll(() => runSeeds({ db, demo: true, dataDir, now }))
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
    expect(await runSeeds({ db, demo: true, dataDir, now: new Date('2027-01-15T06:00:00Z') })).toEqual([])
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
      const photos = parseDossier(publishedVersion?.dossier).photos.map(({ fileId }) => fileId)
      expect(photos.toSorted()).toEqual(files.map(({ id }) => id).toSorted())
    }
    const storage = diskStorage(join(dataDir, 'files'))
    const [file] = sites[0]?.files ?? []
    const variants = await Promise.all(
      (file?.widths ?? []).map((width) => storage.get(imageKey(file?.sha256 ?? '', width))),
    )
    expect(variants.length).toBeGreaterThan(1)
    expect(variants.every((variant) => variant !== null)).toBe(true)
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
