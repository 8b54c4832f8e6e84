import { visitor, type SystemActor } from '#app/domain/accounts/model'
import { dropCatalogue, refreshCatalogue } from '#app/domain/search/catalogue.server'
import { emptyDossier } from '#app/domain/sites/empty-dossier'
import type { Dossier } from '#app/domain/sites/model'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reproduceAnswer, writeAnswer } from './answers.server'
import type { Brief } from './model'
import { explainSite, matchBrief, parseBrief } from './queries.server'

const { db } = await testDatabase()

const now = new Date('2026-11-20T06:00:00Z')
const dayMs = 86_400_000
const job: SystemActor = { kind: 'system', name: 'test' }
const later = (days: number) => new Date(now.getTime() + days * dayMs)

async function addPlaces() {
  const names = { nameKk: 'Балқаш', nameRu: 'Балхаш', nameEn: 'Balkhash' }
  await db.region.create({
    data: { key: 'karaganda', kato: '350000000', iso3166: 'KZ-35', ...names, source: 'test', confidence: 'high' },
  })
  await db.town.create({
    data: {
      ...{ key: 'balkhash', code: 'BLQ', regionKey: 'karaganda', ...names },
      ...{ kato: '351600000', katoConfidence: 'high', lng: 74.98, lat: 46.84, facts: { statuses: [] } },
    },
  })
}

function withPower(free: number | null): Dossier {
  const dossier = emptyDossier('building')
  dossier.utilities.electricity = { ...dossier.utilities.electricity, presence: 'connected', free }
  return dossier
}

async function publish(siteId: string, sequence: number, dossier: Dossier) {
  const version = await db.siteVersion.create({ data: { siteId, sequence, state: 'published', dossier } })
  await db.site.update({
    where: { id: siteId },
    data: { status: 'published', publishedVersionId: version.id, publishedAt: now, changedAt: new Date() },
  })
}

async function addSite(number: string, dossier: Dossier): Promise<string> {
  const { id } = await db.site.create({
    data: { number, townKey: 'balkhash', kind: 'building', confirmedAt: now, confirmBy: later(80) },
  })
  await publish(id, 1, dossier)
  return id
}

async function keep(brief: Brief): Promise<{ briefId: string; answerId: string }> {
  const { id } = await db.brief.create({ data: { secretHash: 'x', locale: 'ru', body: brief } })
  await writeAnswer(visitor, id, brief, now)
  const answer = await db.briefAnswer.findFirstOrThrow({ where: { briefId: id } })
  return { briefId: id, answerId: answer.id }
}

const powerBrief = async (query = 'power_min=400&town=balkhash&zone=eligible&start=2027-06-01') =>
  (await parseBrief(visitor, new URLSearchParams(query))).brief

beforeEach(async () => {
  dropCatalogue()
  await addPlaces()
})

afterEach(() => emptyTables(db))

describe('the answer to a brief', () => {
  it('ranks what fits, and names what is open and what is nearly enough', async () => {
    await addSite('BLQ-0001', withPower(400))
    await addSite('BLQ-0002', withPower(300))
    await addSite('BLQ-0003', withPower(null))
    const answer = await matchBrief(visitor, await powerBrief(), {}, now)
    const numbersOf = (list: { card: { number: string } }[]) => list.map(({ card }) => card.number)
    expect(numbersOf(answer.matches)).toEqual(['BLQ-0001'])
    expect(numbersOf(answer.open)).toEqual(['BLQ-0003'])
    expect(numbersOf(answer.nearMisses)).toEqual(['BLQ-0002'])
    expect(answer.nearMisses[0]?.relativeGap).toBe(0.25)
    // must 3 met, place 2 met, zone 2 not decided: 5/7 to 1
    expect(answer.matches[0]).toMatchObject({ low: 5 / 7, high: 1 })
    expect(await explainSite(visitor, await powerBrief(), 'BLQ-0001', now)).toEqual(answer.matches[0])
    expect(await explainSite(visitor, await powerBrief(), 'BLQ-0009', now)).toBeNull()
  })
})

describe('a kept answer', () => {
  it('is given again from its versions, whatever was published, confirmed or withdrawn since', async () => {
    const changed = await addSite('BLQ-0001', withPower(400))
    const gone = await addSite('BLQ-0002', withPower(300))
    await addSite('BLQ-0003', withPower(null))
    const { answerId } = await keep(await powerBrief())
    await publish(changed, 2, withPower(10))
    await db.site.update({ where: { id: gone }, data: { status: 'withdrawn', changedAt: new Date() } })
    await db.site.updateMany({ data: { confirmBy: later(-40) } })
    await refreshCatalogue()
    expect((await matchBrief(visitor, await powerBrief(), {}, later(1))).total).toBe(0)
    const verdict = await reproduceAnswer(job, answerId)
    if (!verdict.ok) throw new Error(verdict.code)
    expect(verdict.value.isSame).toBe(true)
    expect(verdict.value.sites.map(({ kept, again }) => [kept.number, again?.place, again?.low, again?.high])).toEqual([
      ['BLQ-0001', 'match', 5 / 7, 1],
      ['BLQ-0003', 'open', 2 / 7, 1],
      ['BLQ-0002', 'near', 3.5 / 7, 5.5 / 7],
    ])
  })

  it('is noticed to be another when its version was changed', async () => {
    await addSite('BLQ-0001', withPower(400))
    const { answerId } = await keep(await powerBrief())
    await db.siteVersion.updateMany({ data: { dossier: withPower(399) } })
    expect(await reproduceAnswer(job, answerId)).toMatchObject({ ok: true, value: { isSame: false } })
  })

  it('of other rules, or of somebody else, is not given', async () => {
    await addSite('BLQ-0001', withPower(400))
    const { answerId } = await keep(await powerBrief())
    expect(await reproduceAnswer(visitor, answerId)).toEqual({ ok: false, code: 'not_found' })
    await db.briefAnswer.updateMany({ data: { algorithm: 'alan-match/0' } })
    expect(await reproduceAnswer(job, answerId)).toEqual({ ok: false, code: 'other_rules' })
  })
})
