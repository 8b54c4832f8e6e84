import type { Person } from '#app/domain/accounts/model'
import { visitor } from '#app/domain/accounts/model'
import { dropCatalogue } from '#app/domain/search/catalogue.server'
import { findSites } from '#app/domain/search/queries.server'
import { emptyCriteria } from '#app/domain/search/schema'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import { addAkimats, addOfficial, fillRequired, publishedSite, revisionOf, startSite } from '#tests/builders/akimats'
import { listed } from '#tests/builders/desk'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, test } from 'vitest'
import { changeStatus } from './change-status.server'
import { confirmSite, confirmSites, undoConfirmation, undoConfirmations } from './confirm-site.server'
import { publishVersion, submitForReview } from './review.server'
import { openDraft, saveDraft } from './save-draft.server'

const { db } = await testDatabase()

const published = new Date('2026-06-01T05:00:00Z')
const later = new Date('2026-09-10T05:00:00Z')
const minutes = (count: number) => new Date(later.getTime() + count * 60_000)
const codeOf = (verdict: { ok: true } | { ok: false; code: string }) => (verdict.ok ? null : verdict.code)

let editor: Person
let head: Person

beforeEach(async () => {
  await emptyTables(db)
  await addAkimats(db)
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
  head = await addOfficial(db, 'akimat-balkhash', 'akimat_head', 'Айгуль Серикова')
})

const freshnessAt = async (moment: Date) => (await listed(editor, moment))[0]?.freshness

describe('confirming', () => {
  test('makes old data fresh, and can be taken back once', async () => {
    const number = await publishedSite(editor, head, published)
    expect(await freshnessAt(later)).toBe('stale')
    expect(codeOf(await confirmSite(editor, number, null, later))).toBeNull()
    expect(await freshnessAt(later)).toBe('fresh')
    expect(await undoConfirmation(editor, number, minutes(14))).toEqual({ ok: true, value: { confirmedAt: published } })
    expect(await freshnessAt(later)).toBe('stale')
    expect(codeOf(await undoConfirmation(editor, number, minutes(14)))).toBe('too_late')
  })

  test('cannot be taken back after a quarter of an hour', async () => {
    const number = await publishedSite(editor, head, published)
    await confirmSite(editor, number, null, later)
    expect(codeOf(await undoConfirmation(editor, number, minutes(16)))).toBe('too_late')
  })

  test('of a group leaves the others, and the first to fall due decides', async () => {
    const number = await publishedSite(editor, head, published)
    await confirmSite(editor, number, ['rights'], later)
    expect(await freshnessAt(later)).toBe('stale')
    await confirmSite(editor, number, ['land', 'buildings'], minutes(1))
    expect(await freshnessAt(later)).toBe('fresh')
    const { confirmations } = await readOwnDossier(editor, number)
    expect(confirmations).toEqual({
      rights: later.toISOString(),
      land: minutes(1).toISOString(),
      buildings: minutes(1).toISOString(),
    })
  })

  test('of several sites is one press, and so is taking it back', async () => {
    const numbers = [await publishedSite(editor, head, published), await publishedSite(editor, head, published)]
    const draft = await startSite(editor)
    expect(await confirmSites(editor, [...numbers, draft, ...numbers], later)).toEqual(numbers)
    expect(await listed(editor, later, 'to_confirm')).toEqual([])
    expect(await undoConfirmations(editor, numbers, minutes(1))).toEqual(numbers)
    expect(await listed(editor, later, 'to_confirm')).toHaveLength(2)
  })

  test('two people at once is confirming once more, whatever order they named the sites in', async () => {
    const numbers = [await publishedSite(editor, head, published), await publishedSite(editor, head, published)]
    const answers = await Promise.all([
      confirmSites(editor, numbers, later),
      confirmSites(head, [...numbers].reverse(), later),
    ])
    expect(answers).toEqual([numbers, numbers])
  })

  test('is for what is public, and for its own akimat; one foreign site and nothing is confirmed', async () => {
    expect(codeOf(await confirmSite(editor, await startSite(editor)))).toBe('not_published')
    const number = await publishedSite(editor, head, published)
    const stranger = await addOfficial(db, 'akimat-temirtau', 'akimat_head')
    await expect(confirmSite(stranger, number)).rejects.toMatchObject({ status: 404 })
    await expect(confirmSites(editor, [number, 'TMT-0001'], later)).rejects.toMatchObject({ status: 404 })
    expect(await freshnessAt(later)).toBe('stale')
  })
})

describe('publishing', () => {
  test('confirms every group, and leaves nothing to take back', async () => {
    const number = await publishedSite(editor, head, published)
    await confirmSite(editor, number, ['rights'], later)
    await openDraft(editor, number)
    await saveDraft(editor, number, null, (dossier) => ({
      ...fillRequired(dossier),
      responsible: {
        ...dossier.responsible,
        confirmEveryDays: { ...dossier.responsible.confirmEveryDays, buildings: 30 },
      },
    }))
    await submitForReview(editor, number)
    await publishVersion(head, number, await revisionOf(number), minutes(1))
    const own = await readOwnDossier(editor, number, minutes(2))
    expect(Object.values(own.confirmations)).toEqual(Array(3).fill(minutes(1).toISOString()))
    expect(own.confirmBy).toBe(new Date(minutes(1).getTime() + 30 * 86_400_000).toISOString())
    expect(codeOf(await undoConfirmation(editor, number, minutes(2)))).toBe('too_late')
  })
})

test('a site lapses out of the search by itself, and comes back when it is confirmed', async () => {
  const number = await publishedSite(editor, head, published)
  const found = async (moment: Date) => {
    dropCatalogue()
    return (await findSites(visitor, emptyCriteria(), moment)).total
  }
  const lapsed = new Date('2026-10-01T05:00:00Z')
  expect([await found(later), await found(lapsed)]).toEqual([1, 0])
  expect((await readPassport(visitor, number))?.status).toBe('published')
  await confirmSite(editor, number, null, lapsed)
  expect(await found(lapsed)).toBe(1)
})

describe('the status', () => {
  const change = (status: Parameters<typeof changeStatus>[2]['status'], note = '') =>
    changeStatus(editor, number, { status, note, reason: status === 'withdrawn' ? 'sold' : null }, later)
  const total = async () => {
    dropCatalogue()
    return (await findSites(visitor, emptyCriteria(), later)).total
  }
  let number: string

  beforeEach(async () => {
    number = await publishedSite(editor, head, minutes(-60))
  })

  test.each(['reserved', 'occupied', 'withdrawn'] as const)(
    '%s takes a site out of the search, keeps its page, and can be taken back',
    async (status) => {
      expect(codeOf(await change(status, 'до 01.12.2026'))).toBeNull()
      expect(await total()).toBe(0)
      const isEnded = status === 'withdrawn'
      expect(await readPassport(visitor, number)).toMatchObject({
        ...{ number, status, statusNote: 'до 01.12.2026' },
        endedAt: isEnded ? later : null,
        endReason: isEnded ? 'sold' : null,
      })
      expect((await listed(editor, later, status)).map((site) => site.number)).toEqual([number])
      expect(codeOf(await confirmSite(editor, number, null, later))).toBe('ended')
      expect(codeOf(await change('published'))).toBeNull()
      expect(await total()).toBe(1)
      expect(await readPassport(visitor, number)).toMatchObject({
        status: 'published',
        statusNote: null,
        endReason: null,
      })
      expect(await startSite(editor)).not.toBe(number)
    },
  )

  test('is changed once; a draft has none, and a review is not cut off', async () => {
    expect(codeOf(await change('reserved'))).toBeNull()
    expect(codeOf(await change('reserved'))).toBe('not_possible')
    await openDraft(editor, number)
    await submitForReview(editor, number)
    expect(codeOf(await change('withdrawn'))).toBe('in_review')
    number = await startSite(editor)
    expect(codeOf(await change('withdrawn'))).toBe('not_possible')
    const stranger = await addOfficial(db, 'akimat-temirtau', 'akimat_head')
    await expect(changeStatus(stranger, number, { status: 'reserved', note: '', reason: null })).rejects.toMatchObject({
      status: 404,
    })
  })
})
