import type { Person } from '#app/domain/accounts/model'
import { saveDraft } from '#app/domain/sites/commands/save-draft.server'
import { submitForReview } from '#app/domain/sites/commands/review.server'
import { noFilter, type DeskFilter, type DeskView } from '#app/domain/sites/desk'
import { addAkimats, addOfficial, fillRequired, publishedSite, startSite, submittedSite } from '#tests/builders/akimats'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, expect, test } from 'vitest'
import { openDraft } from '../commands/save-draft.server'
import { listOwnTowns, readDeskTable, readDeskTasks } from './desk-sites.server'

const { db } = await testDatabase()

const published = new Date('2026-06-01T05:00:00Z')
const later = new Date('2026-09-10T05:00:00Z')

let editor: Person
let head: Person

beforeEach(async () => {
  await emptyTables(db)
  await addAkimats(db)
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
  head = await addOfficial(db, 'akimat-balkhash', 'akimat_head', 'Айгуль Серикова')
})

const read = (actor: Person, view: DeskView, filter: Partial<DeskFilter> = {}, page = { page: 1, size: 25, skip: 0 }) =>
  readDeskTable(actor, { view, filter: { ...noFilter, ...filter }, page }, later)
const numbersIn = async (...asked: Parameters<typeof read>) =>
  (await read(...asked)).items.map((site) => site.number).sort()

test('every site is on the desk once, and each view counts what it lists', async () => {
  const draft = await startSite(editor)
  const waiting = await submittedSite(editor)
  const stale = await publishedSite(editor, head, published)
  const changing = await publishedSite(editor, head, later)
  await openDraft(editor, changing)
  const { counts } = await read(editor, 'all')
  expect(counts).toEqual({
    ...{ all: 4, drafts: 2, in_review: 1, published: 2, to_confirm: 1 },
    ...{ reserved: 0, occupied: 0, withdrawn: 0 },
  })
  expect(await numbersIn(editor, 'all')).toEqual([draft, waiting, stale, changing].sort())
  expect(await numbersIn(editor, 'drafts')).toEqual([draft, changing].sort())
  expect(await numbersIn(editor, 'in_review')).toEqual([waiting])
  expect(await numbersIn(editor, 'published')).toEqual([stale, changing].sort())
  expect(await numbersIn(editor, 'to_confirm')).toEqual([stale])
})

test('a page is cut in the database, without a gap or a double', async () => {
  const numbers: string[] = []
  for (let count = 0; count < 5; count++) numbers.push(await startSite(editor))
  const pages = await Promise.all(
    [0, 2, 4].map((skip) => read(editor, 'all', {}, { page: skip / 2 + 1, size: 2, skip })),
  )
  expect(pages.map(({ items, total }) => [items.length, total])).toEqual([
    [2, 5],
    [2, 5],
    [1, 5],
  ])
  expect(pages.flatMap(({ items }) => items.map((site) => site.number)).sort()).toEqual(numbers.sort())
})

test('a name, a number, a kind and a town narrow the table and its counts', async () => {
  const building = await startSite(editor)
  const land = await startSite(editor, 'land')
  await saveDraft(editor, land, null, (dossier) => ({
    ...dossier,
    identity: { ...dossier.identity, name: { kk: 'Жылыжай', ru: 'Участок под теплицу', en: '' } },
  }))
  expect(await numbersIn(editor, 'all', { q: 'ТЕПЛИЦ' })).toEqual([land])
  expect(await numbersIn(editor, 'all', { q: 'жылы' })).toEqual([land])
  expect(await numbersIn(editor, 'all', { q: building.toLowerCase() })).toEqual([building])
  expect(await numbersIn(editor, 'all', { kind: 'land' })).toEqual([land])
  expect(await numbersIn(editor, 'all', { townKey: 'temirtau' })).toEqual([])
  expect((await read(editor, 'all', { q: '100%_' })).counts.all).toBe(0)
  expect((await read(editor, 'all', { q: 'теплиц' })).counts).toMatchObject({ all: 1, drafts: 1 })
})

test('tasks are for those who can do them, the most urgent first', async () => {
  const older = await publishedSite(editor, head, published)
  const due = await publishedSite(editor, head, new Date('2026-06-20T05:00:00Z'))
  const waiting = await submittedSite(editor)
  const own = await startSite(head)
  await saveDraft(head, own, null, fillRequired)
  await submitForReview(head, own)
  const numbers = async (actor: Person) => {
    const tasks = await readDeskTasks(actor, later)
    return Object.fromEntries(
      Object.entries(tasks).map(([task, { sites, total }]) => [task, [total, ...sites.map((site) => site.number)]]),
    )
  }
  expect(await numbers(editor)).toEqual({ toReview: [0], returned: [0], drafts: [0], toConfirm: [2, older, due] })
  expect(await numbers(head)).toMatchObject({ toReview: [1, waiting] })
  const regionHead = await addOfficial(db, 'akimat-region-karaganda', 'akimat_head', 'Болат Ким')
  expect((await readDeskTasks(regionHead, later)).toReview.total).toBe(2)
  const auditor: Person = { ...editor, memberships: [], platformRole: 'auditor' }
  expect(await numbers(auditor)).toEqual({ toReview: [0], returned: [0], drafts: [0], toConfirm: [0] })
  expect((await read(auditor, 'all')).total).toBe(4)
})

test('another town sees nothing of it', async () => {
  await publishedSite(editor, head, published)
  const stranger = await addOfficial(db, 'akimat-temirtau', 'akimat_head')
  expect((await read(stranger, 'all')).total).toBe(0)
  expect([...(await listOwnTowns(stranger))]).toEqual([])
  expect([...(await listOwnTowns(editor))]).toEqual(['balkhash'])
})
