import { visitor } from '#app/domain/accounts/model'
import { addDays, localDateOf, toLocalDate, utcMidnightOf, type LocalDate } from '#app/domain/kernel/local-date'
import { assignRegion, changeRegionRow } from '#app/domain/routing/commands/assign-region.server'
import { assignSite } from '#app/domain/routing/commands/assign-site.server'
import { keepDesks } from '#app/domain/routing/commands/keep-desks.server'
import { findOverlaps } from '#app/domain/routing/assignments'
import { cancelReorganization, planReorganization } from '#app/domain/routing/commands/reorganize.server'
import { readSiteRows } from '#app/domain/routing/read-rows.server'
import { decideBody } from '#app/domain/routing/queries.server'
import { listReorganizations, readDesks } from '#app/domain/routing/queries/plans.server'
import { listRegionLines, previewRegion, readRegionPlan } from '#app/domain/routing/queries/region-plans.server'
import { addOfficial, addReference, addSite, codeOf, monday } from '#tests/builders/inquiry-world'
import { addPerson, signedIn } from '#tests/builders/people'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
const today = localDateOf(monday)
const inTen = addDays(today, 10)
const source = 'постановление № 7 от 01.06.2026'

beforeEach(async () => {
  await emptyTables(db)
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
})

const admin = async (platformRole: 'admin' | 'auditor' = 'admin') =>
  signedIn(db, (await addPerson(db, { platformRole })).id)

const place = { number: 'BLQ-0042', regionKey: 'karaganda' }
const bodyOn = async (day: string) => (await decideBody(visitor, place, toLocalDate(day))).body.slug

describe('a region that another SPK serves from a day on', () => {
  const order = { body: 'spk-tobol', from: inTen, until: null, source }

  it('is previewed, then saved: until that day the old one answers', async () => {
    const actor = await admin()
    const preview = await previewRegion(actor, 'karaganda', order, today)
    expect(preview).toMatchObject({
      ok: true,
      value: {
        sites: 1,
        gaps: [],
        shifts: [{ from: inTen, until: null, before: { slug: 'spk-saryarka' }, after: { slug: 'spk-tobol' } }],
      },
    })
    expect(await bodyOn(inTen)).toBe('spk-saryarka')
    expect(await assignRegion(actor, 'karaganda', order, monday)).toMatchObject({ ok: true })
    expect(await assignRegion(actor, 'karaganda', order, monday)).toMatchObject({ ok: true })
    expect([await bodyOn(addDays(inTen, -1)), await bodyOn(inTen)]).toEqual(['spk-saryarka', 'spk-tobol'])
    const line = (await listRegionLines(actor, today)).find(({ key }) => key === 'karaganda')
    expect(line).toMatchObject({ body: { slug: 'spk-saryarka' }, next: { day: inTen, body: { slug: 'spk-tobol' } } })
  })

  it('can be taken back before its day, and an end leaves a gap that is said', async () => {
    const actor = await admin()
    await assignRegion(actor, 'karaganda', order, monday)
    const planned = (await readRegionPlan(actor, 'karaganda', today)).rows.find(({ isPlanned }) => isPlanned)
    await changeRegionRow(actor, 'karaganda', { intent: 'take_back', id: planned?.id ?? '' }, monday)
    expect(await bodyOn(inTen)).toBe('spk-saryarka')
    const [row] = (await readRegionPlan(actor, 'karaganda', today)).rows
    await changeRegionRow(actor, 'karaganda', { intent: 'end', id: row?.id ?? '', day: inTen }, monday)
    const { stretches } = await readRegionPlan(actor, 'karaganda', today)
    expect(stretches.map(({ reason }) => reason)).toEqual(['spk_of_region', 'platform_desk'])
  })

  it('refuses an unknown body and two changes for one day, also at the same moment', async () => {
    const actor = await admin()
    expect(codeOf(await assignRegion(actor, 'karaganda', { ...order, body: 'nobody' }, monday))).toBe('unknown_body')
    const codes = await Promise.all([
      assignRegion(actor, 'karaganda', order, monday).then(codeOf),
      assignRegion(actor, 'karaganda', { ...order, body: 'spk-ertis' }, monday).then(codeOf),
    ])
    expect(codes.filter((code) => code === 'begins_then')).toHaveLength(1)
  })

  it('is for admins only', async () => {
    const auditor = await admin('auditor')
    expect(await listRegionLines(auditor, today)).toHaveLength(20)
    await expect(async () => assignRegion(auditor, 'karaganda', order, monday)).rejects.toMatchObject({ status: 404 })
    await expect(listRegionLines(visitor, today)).rejects.toMatchObject({ status: 404 })
  })
})

describe('a site with its own operator', () => {
  it('is answered by it on its days, whatever its region says', async () => {
    const order = { number: 'BLQ-0042', body: 'spk-tobol', from: today, until: inTen, source }
    expect(await assignSite(await admin(), order, monday)).toMatchObject({ ok: true })
    expect([await bodyOn(today), await bodyOn(inTen)]).toEqual(['spk-tobol', 'spk-saryarka'])
    expect(codeOf(await assignSite(await admin(), { ...order, number: 'BLQ-9999' }, monday))).toBe('unknown_site')
  })
})

describe('a reorganisation', () => {
  const plan = { kind: 'successor', body: 'spk-saryarka', successor: 'spk-tobol', day: inTen, source } as const

  it('hands the regions over in the register at once, and back when it is taken back', async () => {
    const actor = await admin()
    const verdict = await planReorganization(actor, { ...plan, people: false }, monday)
    expect(verdict.ok).toBe(true)
    expect([await bodyOn(addDays(inTen, -1)), await bodyOn(inTen)]).toEqual(['spk-saryarka', 'spk-tobol'])
    expect(codeOf(await planReorganization(actor, { ...plan, people: true }, monday))).toBe('ends_anyway')
    expect(await cancelReorganization(actor, verdict.ok ? verdict.value.id : '', monday)).toMatchObject({ ok: true })
    expect(await bodyOn(inTen)).toBe('spk-saryarka')
    expect(await listReorganizations(actor)).toEqual([])
  })

  it('is refused as a whole when one of the regions has a change of its own', async () => {
    const actor = await admin()
    const other = { body: 'spk-ertis', from: addDays(inTen, 5), until: null, source }
    await assignRegion(actor, 'karaganda', other, monday)
    const verdict = await planReorganization(actor, { ...plan, body: 'spk-ertis', people: false }, monday)
    expect(codeOf(verdict)).toBe('overlap')
    expect(await db.reorganization.count()).toBe(0)
  })

  it('is refused as a whole when the body is to serve a site from a later day', async () => {
    const actor = await admin()
    const later = addDays(inTen, 5)
    await assignSite(actor, { number: 'BLQ-0042', body: 'spk-saryarka', from: later, until: null, source }, monday)
    const verdict = await planReorganization(actor, { ...plan, people: false }, monday)
    expect(verdict).toEqual({ ok: false, code: 'site_planned', params: { day: later, number: 'BLQ-0042' } })
    expect(await bodyOn(inTen)).toBe('spk-saryarka')
    expect(await db.reorganization.count()).toBe(0)
  })

  it('passes over rows that were cut on their first day', async () => {
    const cut = { validFrom: utcMidnightOf(addDays(inTen, 5)), validUntil: utcMidnightOf(addDays(inTen, 5)), source }
    const { id: organizationId } = await db.organization.findUniqueOrThrow({ where: { slug: 'spk-saryarka' } })
    const { id: siteId } = await db.site.findFirstOrThrow()
    await db.siteAssignment.create({ data: { ...cut, organizationId, siteId } })
    await db.serviceAssignment.create({ data: { ...cut, organizationId, regionKey: 'karaganda', confidence: 'high' } })
    expect(await planReorganization(await admin(), { ...plan, people: false }, monday)).toMatchObject({ ok: true })
    expect(await db.siteAssignment.count()).toBe(1)
  })

  it('and orders about its sites at the same moment leave one body a day', async () => {
    const actor = await admin()
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8].map((digit) => `BLQ-010${digit}`)
    const order = (number: string, body: string, from: LocalDate) =>
      assignSite(actor, { number, body, from, until: null, source }, monday)
    for (const number of numbers) {
      await addSite(db, number, 'balkhash')
      await order(number, 'spk-saryarka', today)
    }
    const planned = planReorganization(actor, { ...plan, people: false }, monday)
    await Promise.all([planned, ...numbers.map((number) => order(number, 'spk-ertis', addDays(inTen, 3)))])
    for (const { id } of await db.site.findMany()) expect(findOverlaps(await readSiteRows(db, id))).toEqual([])
  })
})

describe('sector desks', () => {
  it('keep only officers of the body', async () => {
    const officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
    const head = await addOfficial(db, 'spk-saryarka', 'spk_head')
    const desks = [officer.userId, head.userId].map((userId) => ({ sectorKey: 'agriculture', userId }))
    await keepDesks(await admin(), 'spk-saryarka', desks)
    expect((await readDesks(await admin(), 'spk-saryarka')).officers).toMatchObject([{ sectors: ['agriculture'] }])
  })

  it('are kept as a whole, also when two people keep them at the same moment', async () => {
    const actor = await admin()
    const one = await addOfficial(db, 'spk-saryarka', 'spk_officer')
    const other = await addOfficial(db, 'spk-saryarka', 'spk_officer')
    for (let round = 0; round < 5; round += 1) {
      const kept = [one, other].map(({ userId }) => [{ sectorKey: 'agriculture', userId }])
      await Promise.all(kept.map((desks) => keepDesks(actor, 'spk-saryarka', desks)))
      expect(await db.sectorOfficer.count()).toBe(1)
    }
  })
})
