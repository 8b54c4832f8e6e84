import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor, PlatformRole } from '#app/domain/accounts/model'
import { readPage } from '#app/domain/kernel/page'
import { listEntries, listTables, readLedgerState } from '#app/domain/ledger/queries.server'
import { LedgerFilterSchema, type LedgerFilter } from '#app/domain/ledger/schema'
import { seal } from '#app/domain/ledger/seal.server'
import { requestContext } from '#app/platform/http/request-context.server'
import { addReference, addSite, monday, registered } from '#tests/builders/inquiry-world'
import { emptyTables, testDatabase } from '#tests/setup/database'

const { db } = await testDatabase()

beforeEach(() => emptyTables(db))

function personWith(platformRole: PlatformRole | null): Actor {
  const names = { name: 'A', email: 'a@example.kz', locale: 'ru' as const }
  return { kind: 'person', userId: 'u', sessionId: 's', ...names, platformRole, memberships: [] }
}

const admin = personWith('admin')
const all = LedgerFilterSchema.parse({ operation: null, from: null, until: null })
const { request: firstPage } = readPage({})

async function find(filter: Partial<LedgerFilter>, actor = admin) {
  const { items } = await listEntries(actor, { ...all, ...filter }, firstPage)
  return items.map(({ tableName, operation, author }) => `${author.kind} ${author.name} ${operation} ${tableName}`)
}

async function writeAs(actor: string, work: () => Promise<unknown>) {
  await requestContext.run({ requestId: 'r', actor }, async () => {
    await work()
  })
}

async function fill() {
  const user = await db.user.create({ data: { name: 'Айгүл Серік', email: 'aigul@example.kz' } })
  const names = { nameKk: 'Ұ', nameRu: 'У', nameEn: 'U' }
  const region = { key: 'ulytau', kato: '62', iso3166: 'KZ-62', ...names, source: 'test', confidence: 'high' as const }
  await writeAs(`person:${user.id}`, () => db.region.create({ data: region }))
  await writeAs('job:watch-terms', () => db.region.update({ where: { key: 'ulytau' }, data: { nameEn: 'Ulytau' } }))
  return user
}

describe('the entries', () => {
  it('are found by who, what and kind, newest first', async () => {
    await fill()
    const byPerson = ['person Айгүл Серік insert Region']
    expect(await find({})).toEqual(['job watch-terms update Region', ...byPerson, 'system  insert user'])
    expect(await find({ actor: 'айгүл' })).toEqual(byPerson)
    expect(await find({ actor: 'Aigul@example.kz' })).toEqual(byPerson)
    expect(await find({ actor: 'job:watch-terms' })).toEqual(['job watch-terms update Region'])
    expect(await find({ table: 'Region', row: 'ulytau', operation: 'update' })).toHaveLength(1)
    expect(await find({ table: 'Region', row: 'abai' })).toEqual([])
  })

  it('are found by whole days of Kazakhstan', async () => {
    await fill()
    const today = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10)
    expect(await find({ from: today, until: today })).toHaveLength(3)
    expect(await find({ until: '2020-01-01' })).toEqual([])
    expect(await find({ from: '2999-01-01' })).toEqual([])
  })

  it('say what was and what is', async () => {
    await fill()
    const { items } = await listEntries(admin, { ...all, operation: 'update' }, firstPage)
    expect(items[0]?.changes).toEqual([{ field: 'nameEn', before: 'U', after: 'Ulytau' }])
    expect(items[0]?.position).toBeNull()
  })

  it('show the auditor what a case says, and administrators only that it was written', async () => {
    await addReference(db)
    await addSite(db, 'BLQ-0042', 'balkhash')
    await registered({}, monday)
    const find = (actor: Actor) => listEntries(actor, { ...all, table: 'Inquiry', operation: 'insert' }, firstPage)
    const [seen] = (await find(personWith('auditor'))).items
    const [told] = (await find(admin)).items
    expect(seen?.changes.find(({ field }) => field === 'email')?.after).toContain('@')
    expect(seen?.isWithheld).toBe(false)
    expect(told?.isWithheld).toBe(true)
    expect(told?.changes.map(({ field }) => field)).toContain('email')
    expect(JSON.stringify(told)).not.toContain('@')
  })

  it('are nothing to who may not read them', async () => {
    await fill()
    const stranger = personWith(null)
    expect(await find({}, stranger)).toEqual([])
    expect(await listTables(stranger)).toEqual([])
    expect(await readLedgerState(stranger)).toEqual({ position: '0', hash: '', sealedAt: null, unsealed: 0 })
  })
})

it('the state tells the end of the chain and what waits', async () => {
  await fill()
  expect(await readLedgerState(admin)).toMatchObject({ position: '0', unsealed: 3 })
  await seal(db)
  const state = await readLedgerState(admin)
  expect(state).toMatchObject({ position: '3', unsealed: 0 })
  expect(state.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(await listTables(admin)).toEqual(expect.arrayContaining(['Region', 'user', 'InquiryMessage']))
  expect(await listTables(admin)).not.toContain('LedgerEntry')
})
