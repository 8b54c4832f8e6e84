import type { Person } from '#app/domain/accounts/model'
import { readFields } from '#app/domain/sites/form/form-fields'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { listBundleMates, readBundle, readParts, readWhole } from '#app/domain/sites/queries/read-parts.server'
import { addAkimats, addOfficial, fillRequired, publishedSite, startSite } from '#tests/builders/akimats'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { bundleSites, dissolveBundle } from './bundle-sites.server'
import { submitForReview } from './review.server'
import { saveDraft } from './save-draft.server'
import { saveGroup } from './save-group.server'
import { splitSite, type Split } from './split-site.server'

const { db } = await testDatabase()

let editor: Person
let head: Person
let stranger: Person

beforeEach(async () => {
  await emptyTables(db)
  await addAkimats(db)
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
  head = await addOfficial(db, 'akimat-balkhash', 'akimat_head', 'Ерлан Оспанов')
  stranger = await addOfficial(db, 'akimat-temirtau', 'akimat_head')
})

const name = (ru: string) => ({ kk: `${ru} kk`, ru, en: '' })
const twoUnits = (): Split => ({
  key: randomUUID(),
  units: [
    { name: name('Цех А'), areaM2: 1200 },
    { name: name('Цех Б'), areaM2: null },
  ],
})

describe('a whole that is split', () => {
  test('gives drafts with numbers of their own, which begin with its place, transport and rights', async () => {
    const whole = await startSite(editor, 'complex')
    await saveDraft(editor, whole, null, (dossier) => ({
      ...fillRequired(dossier),
      transport: { ...dossier.transport, railAccess: 'on_site' },
    }))
    expect(await splitSite(editor, whole, twoUnits())).toEqual({
      ok: true,
      value: { numbers: ['BLQ-0002', 'BLQ-0003'] },
    })
    const parts = await readParts(editor, whole)
    expect(parts.map(({ number, areaM2, isPublic }) => [number, areaM2, isPublic])).toEqual([
      ['BLQ-0002', 1200, false],
      ['BLQ-0003', null, false],
    ])
    const unit = await readOwnDossier(editor, 'BLQ-0002')
    expect(unit.kind).toBe('premises')
    expect(unit.version?.dossier).toMatchObject({
      identity: { name: name('Цех А'), point: [74.99, 46.86] },
      rights: { tenures: ['lease'] },
      transport: { railAccess: 'on_site' },
    })
    expect((await readWhole(editor, 'BLQ-0002'))?.number).toBe(whole)
  })

  test('by a form that is sent several times is split once', async () => {
    const whole = await startSite(editor, 'building')
    const split = twoUnits()
    const verdicts = await Promise.all([1, 2, 3].map(() => splitSite(editor, whole, split)))
    expect(new Set(verdicts.map((verdict) => JSON.stringify(verdict))).size).toBe(1)
    expect(await db.site.count()).toBe(3)
  })

  test.each(['land', 'premises'] as const)('is not %s', async (kind) => {
    const whole = await startSite(editor, kind)
    expect(await splitSite(editor, whole, twoUnits())).toMatchObject({ ok: false, code: 'not_divisible' })
    expect(await db.site.count()).toBe(1)
  })

  test('is split anew by somebody else whose form has the same key', async () => {
    const whole = await startSite(editor, 'complex')
    const split = twoUnits()
    await splitSite(editor, whole, split)
    expect(await splitSite(head, whole, split)).toEqual({ ok: true, value: { numbers: ['BLQ-0004', 'BLQ-0005'] } })
  })

  test('is hidden from another town', async () => {
    const whole = await startSite(editor, 'building')
    await expect(splitSite(stranger, whole, twoUnits())).rejects.toMatchObject({ status: 404 })
    await splitSite(editor, whole, twoUnits())
    expect(await readParts(stranger, whole)).toEqual([])
  })
})

describe('the whole of a unit', () => {
  const choose = (unit: string, parent: string) =>
    saveGroup(editor, unit, {
      group: 'identity',
      revision: 0,
      fields: readFields([
        ['parent', parent],
        ['base.parent', ''],
      ]),
    })

  test('must be named before review', async () => {
    const unit = await startSite(editor, 'premises')
    const whole = await startSite(editor, 'building')
    await saveDraft(editor, unit, null, fillRequired)
    expect(await submitForReview(editor, unit)).toMatchObject({ ok: false, code: 'incomplete' })
    expect(await choose(unit, whole)).toMatchObject({ ok: true, value: { faults: {}, values: { parent: [whole] } } })
    expect(await submitForReview(editor, unit)).toMatchObject({ ok: true })
  })

  test('is one of the town that can be split, and never itself', async () => {
    const unit = await startSite(editor, 'premises')
    const land = await startSite(editor, 'land')
    for (const wrong of [land, unit, 'TMT-0001', 'nothing']) {
      expect(await choose(unit, wrong)).toMatchObject({ value: { faults: { parent: { code: 'not_a_choice' } } } })
    }
    expect((await readWhole(editor, unit))?.number).toBeUndefined()
  })
})

describe('a bundle', () => {
  test('takes a site that two people want at once only once', async () => {
    const [one, two, wanted] = [
      await publishedSite(editor, head),
      await publishedSite(editor, head),
      await publishedSite(editor, head),
    ]
    const verdicts = await Promise.all([
      bundleSites(editor, one, { name: name('Двор'), numbers: [wanted] }),
      bundleSites(editor, two, { name: name('Иной'), numbers: [wanted] }),
    ])
    expect(verdicts.map((verdict) => (verdict.ok ? 'done' : verdict.code)).sort()).toEqual(['done', 'not_available'])
    expect((await readBundle(editor, wanted))?.sites).toHaveLength(2)
  })

  test('joins published sites, changes and dissolves', async () => {
    const [one, two, three] = [
      await publishedSite(editor, head),
      await publishedSite(editor, head),
      await publishedSite(editor, head),
    ]
    expect((await listBundleMates(editor, one)).map((site) => site.number)).toEqual([two, three])
    expect(await bundleSites(editor, one, { name: name('Двор'), numbers: [two] })).toEqual({
      ok: true,
      value: { count: 2 },
    })
    expect((await readBundle(editor, two))?.sites.map((site) => site.number)).toEqual([one, two])
    expect(await bundleSites(editor, three, { name: name('Иной'), numbers: [two] })).toMatchObject({
      code: 'not_available',
    })
    await bundleSites(editor, one, { name: name('Двор 2'), numbers: [three] })
    expect(await readBundle(editor, two)).toBeNull()
    expect((await readBundle(editor, three))?.name.ru).toBe('Двор 2')
    await dissolveBundle(editor, three)
    expect(await db.siteBundle.count()).toBe(0)
    expect(await db.site.count({ where: { bundleId: { not: null } } })).toBe(0)
  })

  test('is not made of one site, of a draft, or by another town', async () => {
    const one = await publishedSite(editor, head)
    const draft = await startSite(editor)
    expect(await bundleSites(editor, one, { name: name('Двор'), numbers: [one] })).toMatchObject({ code: 'too_few' })
    expect(await bundleSites(editor, one, { name: name('Двор'), numbers: [draft] })).toMatchObject({
      code: 'not_available',
    })
    const order = { name: name('Двор'), numbers: [draft] }
    await expect(bundleSites(stranger, one, order)).rejects.toMatchObject({ status: 404 })
    expect(await db.siteBundle.count()).toBe(0)
  })
})
