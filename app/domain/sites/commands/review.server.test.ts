import type { Actor, Person } from '#app/domain/accounts/model'
import { visitor } from '#app/domain/accounts/model'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { listVersions, readVersion } from '#app/domain/sites/queries/versions.server'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import {
  addAkimats,
  addOfficial,
  fillRequired,
  publishedSite,
  revisionOf,
  startSite,
  submittedSite,
} from '#tests/builders/akimats'
import { listed } from '#tests/builders/desk'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, test } from 'vitest'
import { discardDraft } from './discard-draft.server'
import { publishVersion, returnForChanges, submitForReview } from './review.server'
import type { Remark } from '../remarks'
import { openDraft, saveDraft } from './save-draft.server'

const { db } = await testDatabase()

let editor: Person
let head: Person

beforeEach(async () => {
  await emptyTables(db)
  await addAkimats(db)
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
  head = await addOfficial(db, 'akimat-balkhash', 'akimat_head', 'Айгуль Серикова')
})

/** Decisions of somebody who has just read the version. */
const publish = async (actor: Actor, number: string) => publishVersion(actor, number, await revisionOf(number))
const sendBack = async (actor: Person, number: string, remarks: Remark[], now?: Date) =>
  returnForChanges(actor, number, await revisionOf(number), remarks, now)

const codeOf = (verdict: { ok: true } | { ok: false; code: string }) => (verdict.ok ? null : verdict.code)
const letters = () =>
  db.outboxMessage.findMany({ orderBy: { createdAt: 'asc' }, select: { template: true, toAddress: true } })

describe('submitting', () => {
  test('needs what is required, and then tells the head', async () => {
    const number = await startSite(editor)
    expect(codeOf(await submitForReview(editor, number))).toBe('incomplete')
    await saveDraft(editor, number, null, fillRequired)
    expect(codeOf(await submitForReview(editor, number))).toBeNull()
    expect(codeOf(await submitForReview(editor, number))).toBe('in_review')
    expect(await letters()).toEqual([{ template: 'site_submitted', toAddress: head.email }])
    expect(codeOf(await saveDraft(editor, number, null, (dossier) => ({ ...dossier, photos: [] })))).toBe('in_review')
  })

  test('goes to the region where the head may not come in', async () => {
    const regionHead = await addOfficial(db, 'akimat-region-karaganda', 'akimat_head', 'Болат Ким')
    await db.user.update({ where: { email: head.email }, data: { banned: true } })
    await submittedSite(editor)
    expect(await letters()).toEqual([{ template: 'site_submitted', toAddress: regionHead.email }])
  })

  test('by a head, of an akimat without another one, goes to the head of the region', async () => {
    const regionHead = await addOfficial(db, 'akimat-region-karaganda', 'akimat_head', 'Болат Ким')
    const number = await submittedSite(head)
    expect(await letters()).toEqual([{ template: 'site_submitted', toAddress: regionHead.email }])
    expect(codeOf(await publish(head, number))).toBe('own_work')
    expect(codeOf(await publish(regionHead, number))).toBeNull()
  })
})

describe('four eyes', () => {
  test('whoever wrote at a version may neither publish nor return it', async () => {
    const number = await startSite(editor)
    await saveDraft(head, number, null, fillRequired)
    await submitForReview(editor, number)
    expect(codeOf(await publish(head, number))).toBe('own_work')
    expect(codeOf(await sendBack(head, number, [{ field: null, text: 'Нет' }]))).toBe('own_work')
    const second = await addOfficial(db, 'akimat-balkhash', 'akimat_head', 'Марат Ибраев')
    expect(codeOf(await publish(second, number))).toBeNull()
  })

  test('an editor has no review, a head of another town no site', async () => {
    const number = await submittedSite(editor)
    const stranger = await addOfficial(db, 'akimat-temirtau', 'akimat_head')
    for (const actor of [editor, stranger, visitor]) {
      await expect(publish(actor, number)).rejects.toMatchObject({ status: 404 })
    }
    expect(await readPassport(visitor, number)).toBeNull()
  })
})

describe('a review', () => {
  test('sends back with remarks that the author reads, and is open to changes again', async () => {
    const number = await submittedSite(editor)
    const remarks = [
      { field: 'media', text: 'Добавьте снимок въезда' },
      { field: 'buildings.0.totalAreaM2', text: 'По техпаспорту больше' },
      { field: null, text: 'Остальное хорошо' },
    ]
    expect(codeOf(await sendBack(head, number, [{ field: 'land.castle', text: 'Нет такого' }]))).toBe('no_such_field')
    expect(codeOf(await sendBack(head, number, remarks))).toBeNull()
    expect(codeOf(await sendBack(head, number, remarks))).toBe('not_in_review')
    const { version } = await readOwnDossier(editor, number)
    expect(version).toMatchObject({ state: 'changes_requested' })
    expect(version?.remarks.map(({ field, group, text, author }) => ({ field, group, text, author }))).toEqual(
      expect.arrayContaining([
        { ...remarks[0], group: 'media', author: 'Айгуль Серикова' },
        { ...remarks[1], group: 'buildings', author: 'Айгуль Серикова' },
        { ...remarks[2], group: null, author: 'Айгуль Серикова' },
      ]),
    )
    expect((await letters()).at(-1)).toEqual({ template: 'site_returned', toAddress: editor.email })
    expect(codeOf(await submitForReview(editor, number))).toBeNull()
  })

  test('shows the editor the remarks of the last return only, the history keeps all', async () => {
    const number = await submittedSite(editor)
    const returned = async (text: string, day: number) => {
      await sendBack(head, number, [{ field: 'rights', text }], new Date(Date.UTC(2026, 9, day)))
    }
    await returned('Первое', 1)
    await submitForReview(editor, number)
    await returned('Второе', 2)
    expect((await readOwnDossier(editor, number)).version?.remarks.map(({ text }) => text)).toEqual(['Второе'])
    const [line] = await listVersions(editor, number)
    expect(line?.remarks.map(({ text }) => text)).toEqual(['Второе', 'Первое'])
  })

  test('decides only about what the reviewer has read', async () => {
    const number = await submittedSite(editor)
    const seen = await revisionOf(number)
    const second = await addOfficial(db, 'akimat-balkhash', 'akimat_head', 'Марат Оспанов')
    await sendBack(second, number, [{ field: null, text: 'Цена?' }])
    await saveDraft(editor, number, null, (dossier) => ({ ...dossier, land: { ...dossier.land, plotHa: 9 } }))
    await submitForReview(editor, number)
    expect(codeOf(await publishVersion(head, number, seen))).toBe('not_seen')
    expect(codeOf(await returnForChanges(head, number, seen, [{ field: null, text: 'Нет' }]))).toBe('not_seen')
    expect(codeOf(await publish(head, number))).toBeNull()
  })

  test('publishes once, however often it is pressed', async () => {
    const number = await submittedSite(editor)
    const verdicts = await Promise.all([1, 2, 3].map(() => publish(head, number)))
    expect(verdicts.map(codeOf).sort()).toEqual([null, 'not_in_review', 'not_in_review'].sort())
    expect((await letters()).filter(({ template }) => template === 'site_published')).toHaveLength(1)
    expect((await readPassport(visitor, number))?.status).toBe('published')
  })

  test('of a change leaves the public version in place until it is published', async () => {
    const number = await publishedSite(editor, head)
    await openDraft(editor, number)
    await saveDraft(editor, number, null, (dossier) => ({ ...dossier, land: { ...dossier.land, plotHa: 9 } }))
    expect((await readPassport(visitor, number))?.dossier.land.plotHa).toBe(1.2)
    await submitForReview(editor, number)
    await publish(head, number)
    expect((await readPassport(visitor, number))?.dossier.land.plotHa).toBe(9)
    const states = await db.siteVersion.findMany({ orderBy: { sequence: 'asc' }, select: { state: true } })
    expect(states.map(({ state }) => state)).toEqual(['superseded', 'published'])
    const [now, before] = await listVersions(editor, number)
    expect(now).toMatchObject({ sequence: 2, publicUntil: null, reviewer: 'Айгуль Серикова', isDiscarded: false })
    expect(before).toMatchObject({ sequence: 1, publicUntil: now?.publishedAt, isDiscarded: false })
    expect((await readVersion(editor, number, 1)).land.plotHa).toBe(1.2)
    await expect(readVersion(editor, number, 3)).rejects.toMatchObject({ status: 404 })
  })
})

describe('dropping a draft', () => {
  test('ends a site that was never public, and its number is not given again', async () => {
    const number = await startSite(editor)
    expect(await discardDraft(editor, number)).toEqual({ ok: true, value: { isSiteOver: true } })
    await expect(readOwnDossier(editor, number)).rejects.toMatchObject({ status: 404 })
    expect(await listed(editor)).toEqual([])
    expect(await startSite(editor)).not.toBe(number)
  })

  test('of a public site leaves what is public', async () => {
    const number = await publishedSite(editor, head)
    await openDraft(editor, number)
    expect(await discardDraft(editor, number)).toEqual({ ok: true, value: { isSiteOver: false } })
    expect(codeOf(await discardDraft(editor, number))).toBe('nothing_open')
    expect((await listVersions(editor, number)).map(({ isDiscarded }) => isDiscarded)).toEqual([true, false])
    expect((await readPassport(visitor, number))?.status).toBe('published')
  })

  test('is refused during a review', async () => {
    expect(codeOf(await discardDraft(editor, await submittedSite(editor)))).toBe('in_review')
  })
})
