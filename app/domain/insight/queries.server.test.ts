import type { Person } from '#app/domain/accounts/model'
import { visitor } from '#app/domain/accounts/model'
import { SearchNotes } from '#app/domain/insight/commands/note-search.server'
import { listDemandTowns, readDemand } from '#app/domain/insight/queries.server'
import { dropCatalogue } from '#app/domain/search/catalogue.server'
import { diskStorage } from '#app/platform/storage/disk-storage.server'
import { runSeeds } from '#seeds/main'
import { signedIn } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
const dataDir = await mkdtemp(join(tmpdir(), 'alan-demand-'))
const now = new Date('2026-11-24T07:00:00Z')

let editor: Person
let officer: Person

beforeAll(async () => {
  await runSeeds({ db, demo: true, storage: diskStorage(join(dataDir, 'files')), now })
  dropCatalogue()
  const personOf = async (email: string) =>
    signedIn(db, (await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } })).id)
  editor = await personOf('editor@balkhash.demo')
  officer = await personOf('officer@saryarka.demo')
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

describe('the demand of a town', () => {
  it('is shown to its own akimat and to nobody of another one', async () => {
    expect(await listDemandTowns(editor)).toEqual(['balkhash'])
    expect(await readDemand(editor, 'balkhash', now)).toMatchObject({ townKey: 'balkhash', hasDemo: true })
    for (const [actor, town] of [
      [editor, 'temirtau'],
      [officer, 'balkhash'],
      [visitor, 'balkhash'],
    ] as const) {
      await expect(readDemand(actor, town, now)).rejects.toMatchObject({ status: 404 })
    }
  })

  it('names in the demo what investors miss and what would unlock it', async () => {
    const { asked, unmet, quantities, unlocks } = await readDemand(editor, 'balkhash', now)
    expect(asked).toBeGreaterThan(20)
    expect(unmet).toBeGreaterThan(5)
    expect(quantities.map(({ criterion }) => criterion)).toContain('electricity')
    expect(unlocks.length).toBeGreaterThan(0)
    expect(unlocks.map(({ won }) => won)).toEqual(unlocks.map(({ won }) => won).sort((a, b) => b - a))
  })

  it('counts searches by visitors, each once a day and as it stood at last, without who they were', async () => {
    const notes = new SearchNotes()
    const ask = (query: string, address: string, seconds: number) =>
      notes.note(new URLSearchParams(query), address, new Date(now.getTime() + seconds * 1000))
    const before = await readDemand(editor, 'balkhash', now)
    for (const address of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) {
      await ask('town=balkhash&power_min=9', address, 0)
      await ask('town=balkhash&power_min=90000&q=цех', address, 1)
    }
    await ask('power_min=500', '4.4.4.4', 30)
    await ask('town=balkhash', '5.5.5.5', 0)
    await notes.settle(new Date(now.getTime() + 61_000))
    await ask('town=balkhash&power_min=90000', '1.1.1.1', 62)
    await ask('', '4.4.4.4', 62)
    await notes.settle(new Date(now.getTime() + 200_000))
    expect(await db.searchAsk.findMany()).toEqual([
      { day: new Date('2026-11-24'), query: 'town=balkhash&power_min=90000', visitors: 3 },
    ])
    const after = await readDemand(editor, 'balkhash', now)
    expect((after.unmet ?? 0) - (before.unmet ?? 0)).toBe(3)
  })
})
