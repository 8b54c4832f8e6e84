import { visitor } from '#app/domain/accounts/model'
import { readRelatives } from '#app/domain/sites/queries/read-relatives.server'
import { emptyBuilding } from '#app/domain/sites/empty-dossier'
import { parseDossier } from '#app/domain/sites/schema'
import { addAkimats, addOfficial, publishedSite, startSite } from '#tests/builders/akimats'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { expect, it } from 'vitest'

const { db } = await testDatabase()

async function world() {
  await emptyTables(db)
  await addAkimats(db)
  const editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
  const head = await addOfficial(db, 'akimat-balkhash', 'akimat_head', 'Ерлан Омаров')
  return { publish: () => publishedSite(editor, head), start: () => startSite(editor, 'premises') }
}

async function idOf(number: string): Promise<string> {
  return (await db.site.findUniqueOrThrow({ where: { number } })).id
}

it('a whole shows its public parts, and they lead back to it', async () => {
  const { publish, start } = await world()
  const [whole, part, gone, draft] = [await publish(), await publish(), await publish(), await start()]
  const parentId = await idOf(whole)
  await db.site.updateMany({ where: { number: { in: [part, gone, draft] } }, data: { parentId } })
  await db.site.update({ where: { number: gone }, data: { status: 'withdrawn' } })

  const ofWhole = await readRelatives(visitor, whole)
  expect(ofWhole.parts).toMatchObject([{ number: part, areaM2: 2400, plotHa: 1.2, freeKw: null }])
  expect((await readRelatives(visitor, part)).whole?.number).toBe(whole)

  await db.site.update({ where: { number: whole }, data: { status: 'withdrawn' } })
  expect((await readRelatives(visitor, part)).whole).toBeNull()
})

it('says no figure of which a part is missing, and no zero of a network that is not there', async () => {
  const { publish } = await world()
  const [whole, part] = [await publish(), await publish()]
  await db.site.update({ where: { number: part }, data: { parentId: await idOf(whole) } })
  const { publishedVersion } = await db.site.findUniqueOrThrow({
    where: { number: part },
    select: { publishedVersion: true },
  })
  const dossier = parseDossier(publishedVersion?.dossier)
  const { electricity } = dossier.utilities
  const changed = {
    ...dossier,
    buildings: [...dossier.buildings, emptyBuilding()],
    utilities: { ...dossier.utilities, electricity: { ...electricity, presence: 'planned' } },
  }
  await db.siteVersion.update({ where: { id: publishedVersion?.id }, data: { dossier: changed } })
  expect((await readRelatives(visitor, whole)).parts).toMatchObject([{ number: part, areaM2: null, freeKw: null }])
})

it('a bundle shows the other public sites, and is none without them', async () => {
  const { publish } = await world()
  const [one, other] = [await publish(), await publish()]
  const bundle = await db.siteBundle.create({ data: { townKey: 'balkhash', nameRu: 'Два цеха' } })
  await db.site.updateMany({ where: { number: { in: [one, other] } }, data: { bundleId: bundle.id } })
  expect((await readRelatives(visitor, one)).bundle).toMatchObject({
    name: { ru: 'Два цеха' },
    sites: [{ number: other }],
  })
  await db.site.update({ where: { number: other }, data: { status: 'withdrawn' } })
  expect((await readRelatives(visitor, one)).bundle).toBeNull()
})

it('leaves out a neighbour whose dossier cannot be read, and shows the others', async () => {
  const { publish } = await world()
  const [whole, part, broken] = [await publish(), await publish(), await publish()]
  await db.site.updateMany({ where: { number: { in: [part, broken] } }, data: { parentId: await idOf(whole) } })
  const { publishedVersionId } = await db.site.findUniqueOrThrow({ where: { number: broken } })
  await db.siteVersion.update({ where: { id: publishedVersionId ?? '' }, data: { dossier: { identity: 1 } } })
  expect((await readRelatives(visitor, whole)).parts).toMatchObject([{ number: part }])
})

it('nothing belongs to a number that does not exist', async () => {
  expect(await readRelatives(visitor, 'BLQ-9999')).toEqual({ whole: null, parts: [], bundle: null })
})
