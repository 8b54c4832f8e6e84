import type { Person } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { installJobs } from '#app/platform/jobs/jobs.server'
import { addAkimats, addOfficial } from '#tests/builders/akimats'
import { headings, plant, previewOf, tableOf } from '#tests/builders/tables'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, expect, test } from 'vitest'
import { claimReading, ClaimLost, silentAfterMs, wakeSilent, writeAsReader } from './claim.server'
import { cancelImport, startImport } from './import-commands.server'
import { runImport } from './run-import.server'

const { db, url } = await testDatabase()
await installJobs(url)

let editor: Person
let id: string

beforeEach(async () => {
  await emptyTables(db)
  await addAkimats(db)
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
  const bytes = await tableOf(headings, plant('Котельная'), plant('Гараж', 0.1))
  const order = { fileName: 'a.xlsx', bytes, layout: null, language: 'ru' as const, townKey: null }
  const verdict = await startImport(editor, order)
  id = verdict.ok ? verdict.value.id : ''
})

const later = (ms: number) => new Date(Date.now() + ms)
const claimed = async (now = new Date()) => {
  const claim = await claimReading(id, now)
  if (claim === null) throw new Error('not claimed')
  return claim
}

test('of several processes one reads an import', async () => {
  const claims = await Promise.all([1, 2, 3].map(() => claimReading(id, new Date())))
  expect(claims.filter((claim) => claim !== null)).toHaveLength(1)
  await runImport(id)
  expect((await previewOf(editor, id)).state).toBe('reading')
})

test('of several jobs for one import one stages its rows', async () => {
  await Promise.all([1, 2, 3].map(() => runImport(id)))
  expect(await previewOf(editor, id)).toMatchObject({ state: 'ready', counts: { create: 2 } })
})

test('a reader that was silent for long loses the import to the next one', async () => {
  const dead = await claimed()
  expect(await claimReading(id, later(silentAfterMs - 1_000))).toBeNull()
  const next = await claimed(later(silentAfterMs + 1_000))
  await expect(writeAsReader(database(), dead, { rowsDone: 1 })).rejects.toThrow(ClaimLost)
  await writeAsReader(database(), next, { rowsDone: 2 })
  expect((await db.importBatch.findUniqueOrThrow({ where: { id } })).rowsDone).toBe(2)
})

test('a late job does not bring a cancelled import back', async () => {
  const claim = await claimed()
  await cancelImport(editor, id)
  await expect(writeAsReader(database(), claim, { state: 'ready' })).rejects.toThrow(ClaimLost)
  await runImport(id)
  expect(await db.importBatch.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'cancelled' })
  expect(await db.importRow.count()).toBe(0)
})

test('an import whose reader has died is queued again, once', async () => {
  await claimed()
  const queued: string[] = []
  const queue = async (_tx: unknown, one: string) => void queued.push(one)
  await wakeSilent(queue, later(silentAfterMs - 1_000))
  expect(queued).toEqual([])
  const now = later(silentAfterMs + 1_000)
  await Promise.all([1, 2].map(() => wakeSilent(queue, now)))
  expect(queued).toEqual([id])
  expect((await db.importBatch.findUniqueOrThrow({ where: { id } })).state).toBe('queued')
})
