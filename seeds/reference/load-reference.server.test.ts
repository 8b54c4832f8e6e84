import { toLocalDate } from '#app/domain/kernel/local-date'
import { isListed } from '#app/domain/towns/rules'
import {
  listIncentives,
  listRegions,
  listSectors,
  listTowns,
  readCalendar,
  readTown,
} from '#app/domain/towns/queries.server'
import { testDatabase } from '#tests/setup/database'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadReference } from './load-reference'

const { db } = await testDatabase()
const now = new Date('2026-11-22T06:00:00Z')

beforeAll(() => loadReference(db, now))

/** Every row of the reference tables. */
async function readEverything() {
  return {
    regions: await db.region.findMany({ orderBy: { key: 'asc' } }),
    towns: await db.town.findMany({ orderBy: { key: 'asc' }, include: { statuses: { orderBy: { inList: 'asc' } } } }),
    sectors: await db.sector.findMany({ orderBy: { key: 'asc' } }),
    incentives: await db.incentive.findMany({ orderBy: { key: 'asc' } }),
    days: await db.calendarDay.findMany({ orderBy: { date: 'asc' } }),
    bodies: await db.organization.findMany({ orderBy: { slug: 'asc' } }),
    assignments: await db.serviceAssignment.findMany({ orderBy: { regionKey: 'asc' } }),
  }
}

describe('loadReference', () => {
  it('writes the facts once and leaves them alone when nothing changed', async () => {
    const before = await readEverything()
    expect([before.regions.length, before.towns.length, before.assignments.length]).toEqual([20, 27, 20])
    expect(await loadReference(db, now)).toBe(false)
    expect(await readEverything()).toEqual(before)
  })

  it('writes the same rows again when its hash is gone', async () => {
    const before = await readEverything()
    await db.seedRun.deleteMany()
    expect(await loadReference(db, now)).toBe(true)
    expect(await readEverything()).toEqual(before)
  })

  it('keeps what admins changed or added', async () => {
    const saryarka = await db.organization.findUniqueOrThrow({ where: { slug: 'spk-saryarka' } })
    await db.organization.update({ where: { id: saryarka.id }, data: { nameRu: 'СПК «Новая»' } })
    await db.serviceAssignment.updateMany({
      where: { regionKey: 'karaganda' },
      data: { validUntil: new Date('2026-12-01T00:00:00Z') },
    })
    await db.town.update({ where: { key: 'balkhash' }, data: { lastSiteNumber: 58 } })
    await db.calendarOverride.create({
      data: { date: new Date('2026-12-17T00:00:00Z'), isWorking: false, reason: 'test', source: 'test' },
    })
    await db.seedRun.deleteMany()
    await loadReference(db, now)

    const after = await readEverything()
    expect(after.bodies.find(({ slug }) => slug === 'spk-saryarka')?.nameRu).toBe('СПК «Новая»')
    expect(after.assignments.filter(({ regionKey }) => regionKey === 'karaganda')).toHaveLength(1)
    expect(after.towns.find(({ key }) => key === 'balkhash')?.lastSiteNumber).toBe(58)
    expect(await db.calendarOverride.count()).toBe(1)
  })
})

describe('the reads of the towns room', () => {
  it('give the 20 towns of today and the 7 that left', async () => {
    const towns = await listTowns()
    expect(towns.filter(({ statuses }) => isListed(statuses, '2026-11-22'))).toHaveLength(20)
    expect(towns).toHaveLength(27)
    expect((await readTown('saran'))?.statuses).toMatchObject([
      { inList: true, validFrom: null },
      { inList: false, validFrom: '2023-11-21', order: 'приказ МНЭ РК № 248 от 21.11.2023' },
    ])
    expect(await readTown('almaty')).toBeNull()
  })

  it('give lists in the three languages', async () => {
    expect((await listRegions()).map(({ kato }) => kato)).toContain('35')
    expect((await listSectors())[0]).toMatchObject({ key: 'manufacturing', name: { en: 'Manufacturing' } })
    expect((await listIncentives())[0]).toMatchObject({ key: 'unused_state_asset', availability: 'active' })
  })

  it('merge the calendar with the overrides', async () => {
    const calendar = await readCalendar()
    const days = ['2026-03-24', '2026-03-26', '2026-12-16', '2026-12-17'].map(toLocalDate)
    expect(days.map((day) => calendar.isWorkingDay(day))).toEqual([false, true, false, false])
    expect([calendar.covers(2026), calendar.covers(2028)]).toEqual([true, false])
  })
})
