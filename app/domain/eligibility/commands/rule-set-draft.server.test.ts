import { visitor } from '#app/domain/accounts/model'
import { draftRuleSet, publishRuleSet, saveRuleSet } from '#app/domain/eligibility/commands/rule-set-draft.server'
import { listRuleSets, readActiveRules, readRuleSet } from '#app/domain/eligibility/queries.server'
import type { RuleSetChange } from '#app/domain/eligibility/rule-set-form'
import { ruleSetOf } from '#app/domain/eligibility/rules'
import { toLocalDate } from '#app/domain/kernel/local-date'
import { dropCatalogue, readColumns, refreshCatalogue } from '#app/domain/search/catalogue.server'
import { fromZoneCode } from '#app/domain/search/codes'
import { emptyDossier } from '#app/domain/sites/empty-dossier'
import { loadReference } from '#seeds/reference/load-reference'
import { addPerson, signedIn } from '#tests/builders/people'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

const now = new Date('2026-11-22T06:00:00Z')
const today = toLocalDate('2026-11-22')
const key = 'small_industrial_zone'
const change: RuleSetChange = {
  parameters: [{ code: 'area_min_m2', value: 5000, citation: 'приказ № 1, п. 5' }],
  citation: 'приказ № 1',
  validFrom: '2026-11-01',
  validUntil: null,
}

beforeEach(async () => {
  await emptyTables(db)
  await loadReference(db, now)
  dropCatalogue()
})

const admin = async () => signedIn(db, (await addPerson(db, { platformRole: 'admin' })).id)
type Admin = Awaited<ReturnType<typeof admin>>

const markOf = async (actor: Admin, version: number) =>
  (await readRuleSet(actor, key)).find((one) => one.version === version)?.mark ?? ''

async function publishLimit(actor: Admin) {
  const version = await draftRuleSet(actor, key)
  const saved = await saveRuleSet(actor, key, version, { change, mark: await markOf(actor, version) })
  if (!saved.ok) throw new Error(saved.code)
  return publishRuleSet(actor, key, version, saved.value, now)
}

/** A published building of 3000 m² for manufacturing tenants: the limit alone keeps it from being a zone. */
async function addSite() {
  const dossier = emptyDossier('building')
  Object.assign(dossier.zone, { production_premises: 'yes', manufacturing_tenants: 'yes' })
  dossier.identity.point = [74.9, 46.9]
  if (dossier.buildings[0]) dossier.buildings[0].totalAreaM2 = 3000
  const base = { number: 'BLQ-0001', townKey: 'balkhash', kind: 'building' } as const
  const site = await db.site.create({ data: base })
  const version = await db.siteVersion.create({ data: { siteId: site.id, sequence: 1, state: 'published', dossier } })
  await db.site.update({
    where: { id: site.id },
    data: { status: 'published', publishedVersionId: version.id, publishedAt: now, confirmedAt: new Date() },
  })
}

describe('a new version', () => {
  it('is a copy without dates, begun once', async () => {
    const actor = await admin()
    const both = await Promise.all([draftRuleSet(actor, key), draftRuleSet(actor, key)])
    expect([...both, await draftRuleSet(actor, key)]).toEqual([2, 2, 2])
    const [draft, first] = await readRuleSet(actor, key)
    expect(draft).toMatchObject({ version: 2, validFrom: null, publishedAt: null, body: first?.body })
  })

  it('changes nothing before it is published, and everything then', async () => {
    await addSite()
    const actor = await admin()
    const verdicts = async () => {
      const { zone, isLive, size } = await readColumns()
      return [...zone.subarray(0, size)].filter((_, row) => isLive[row] === 1).map(fromZoneCode)
    }
    await refreshCatalogue()
    expect(await verdicts()).toEqual(['eligible_if'])
    const version = await draftRuleSet(actor, key)
    const saved = await saveRuleSet(actor, key, version, { change, mark: await markOf(actor, version) })
    await refreshCatalogue()
    expect([saved.ok, await verdicts()]).toEqual([true, ['eligible_if']])
    expect(await publishRuleSet(actor, key, version, saved.ok ? saved.value : '', now)).toMatchObject({ ok: true })
    await refreshCatalogue()
    expect(await verdicts()).toEqual(['not_eligible'])
    const lines = await listRuleSets(actor, today)
    expect(lines.find((line) => line.key === key)).toMatchObject({ current: { version: 2, empty: 5 }, draft: null })
  })

  it('holds from its first day; before it the earlier one does', async () => {
    await publishLimit(await admin())
    const versionOn = async (day: string) => ruleSetOf(await readActiveRules(visitor, toLocalDate(day)), key)?.version
    expect([await versionOn('2026-10-31'), await versionOn('2026-11-01'), await versionOn('2024-07-31')]).toEqual([
      1,
      2,
      undefined,
    ])
  })

  it('never changes once it is published, and survives the next start of the product', async () => {
    const actor = await admin()
    await publishLimit(actor)
    const before = await readRuleSet(actor, key)
    for (const version of [1, 2]) {
      const mark = await markOf(actor, version)
      expect(await saveRuleSet(actor, key, version, { change, mark })).toEqual({ ok: false, code: 'published' })
      expect(await publishRuleSet(actor, key, version, mark, now)).toEqual({ ok: false, code: 'published' })
    }
    await db.seedRun.deleteMany()
    await loadReference(db, new Date())
    expect(await readRuleSet(actor, key)).toEqual(before)
  })

  it('is not published without a first day, nor saved over the work of somebody else', async () => {
    const actor = await admin()
    const version = await draftRuleSet(actor, key)
    const mark = await markOf(actor, version)
    expect(await publishRuleSet(actor, key, version, mark, now)).toEqual({ ok: false, code: 'incomplete' })
    expect(await saveRuleSet(actor, key, version, { change, mark })).toMatchObject({ ok: true })
    expect(await saveRuleSet(actor, key, version, { change, mark })).toEqual({ ok: false, code: 'conflict' })
    expect(await publishRuleSet(actor, key, version, mark, now)).toEqual({ ok: false, code: 'conflict' })
  })
})

describe('rights', () => {
  it('let the auditor read and change nothing, and show nothing to others', async () => {
    const auditor = await signedIn(db, (await addPerson(db, { platformRole: 'auditor' })).id)
    const person = await signedIn(db, (await addPerson(db)).id)
    expect(await readRuleSet(auditor, key)).toHaveLength(1)
    await expect(draftRuleSet(auditor, key)).rejects.toMatchObject({ status: 404 })
    await expect(saveRuleSet(auditor, key, 1, { change, mark: '' })).rejects.toMatchObject({ status: 404 })
    await expect(publishRuleSet(auditor, key, 1, '', now)).rejects.toMatchObject({ status: 404 })
    for (const actor of [person, visitor]) {
      await expect(readRuleSet(actor, key)).rejects.toMatchObject({ status: 404 })
      await expect(listRuleSets(actor, today)).rejects.toMatchObject({ status: 404 })
      await expect(draftRuleSet(actor, key)).rejects.toMatchObject({ status: 404 })
    }
    await expect(readRuleSet(auditor, 'nothing')).rejects.toMatchObject({ status: 404 })
  })

  it('give everybody the rules in force, and nobody a draft', async () => {
    await draftRuleSet(await admin(), key)
    expect(ruleSetOf(await readActiveRules(visitor, today), key)?.version).toBe(1)
  })
})
