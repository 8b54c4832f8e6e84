import { visitor } from '#app/domain/accounts/model'
import { readRelatives } from '#app/domain/sites/queries/read-relatives.server'
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

it('nothing belongs to a number that does not exist', async () => {
  expect(await readRelatives(visitor, 'BLQ-9999')).toEqual({ whole: null, parts: [], bundle: null })
})
