import { anyDossier } from '#tests/builders/dossiers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confirmedGroups, type ConfirmedGroup } from './choices'
import { confirmGroups, siteTerm, statedGroups, termsOf, type Confirmations } from './confirmation'
import { readConfirmations, writeConfirmations } from './confirmation-schema'
import { emptyCommitment, emptyDossier } from './empty-dossier'
import type { Dossier } from './model'
import { freshnessOf } from './rules'

const confirmedAt = new Date('2026-06-01T05:00:00Z')
const now = new Date('2026-08-01T05:00:00Z')
const days = (from: Date, count: number) => new Date(from.getTime() + count * 86_400_000)

/** Says something of its rights and its electricity; the latter is confirmed every 30 days. */
function someDossier(): Dossier {
  const dossier = emptyDossier('building')
  dossier.rights.tenures = ['lease']
  dossier.utilities.electricity = { ...dossier.utilities.electricity, presence: 'none' }
  dossier.responsible.confirmEveryDays.utilities = 30
  return dossier
}

describe('groups that are confirmed', () => {
  test('are those that say something; "none" does, and so does "not applicable"', () => {
    expect(statedGroups(emptyDossier('building'))).toEqual([])
    const dossier = someDossier()
    expect(statedGroups(dossier)).toEqual(['rights', 'utilities'])
    expect(statedGroups({ ...dossier, notApplicable: ['land.slopePct'] })).toEqual(['rights', 'land', 'utilities'])
    expect(statedGroups({ ...dossier, commitments: [emptyCommitment('a')] })).toContain('commitments')
  })

  test('have each its own time; the first to fall due is that of the site', () => {
    const dossier = someDossier()
    const confirmations: Confirmations = { rights: days(confirmedAt, 10).toISOString() }
    expect(termsOf(dossier, { confirmations, confirmedAt })).toEqual([
      { group: 'rights', confirmedAt: days(confirmedAt, 10), confirmBy: days(confirmedAt, 100) },
      { group: 'utilities', confirmedAt, confirmBy: days(confirmedAt, 30) },
    ])
    expect(siteTerm(dossier, { confirmations, confirmedAt })).toEqual({
      confirmedAt,
      confirmBy: days(confirmedAt, 30),
    })
  })

  test('leave the site without a term while nobody confirmed one of them', () => {
    const confirmations: Confirmations = { rights: now.toISOString() }
    expect(siteTerm(someDossier(), { confirmations, confirmedAt: null })).toEqual({
      confirmedAt: null,
      confirmBy: null,
    })
  })
})

describe('confirming', () => {
  test('some groups leaves the others as they were', () => {
    const after = confirmGroups(someDossier(), { confirmations: {}, confirmedAt }, ['utilities'], now)
    expect(after.confirmations).toEqual({ rights: confirmedAt.toISOString(), utilities: now.toISOString() })
    expect(after).toMatchObject({ confirmedAt, confirmBy: days(confirmedAt, 90) })
  })

  test('a dossier that says nothing is confirmed as a whole', () => {
    const after = confirmGroups(emptyDossier('land'), { confirmations: {}, confirmedAt: null }, null, now)
    expect(after).toEqual({ confirmations: {}, confirmedAt: now, confirmBy: days(now, 90) })
  })

  const groups = fc.option(fc.uniqueArray(fc.constantFrom<ConfirmedGroup>(...confirmedGroups)), { nil: null })

  test('never brings the term nearer, and everything at once makes the site fresh', () => {
    fc.assert(
      fc.property(anyDossier, groups, fc.integer({ min: 0, max: 300 }), (dossier, chosen, passed) => {
        const before = confirmGroups(dossier, { confirmations: {}, confirmedAt: null }, null, confirmedAt)
        const later = days(confirmedAt, passed)
        const after = confirmGroups(dossier, before, chosen, later)
        expect(after.confirmBy?.getTime()).toBeGreaterThanOrEqual(before.confirmBy?.getTime() ?? Infinity)
        if (chosen === null) expect(freshnessOf(after.confirmBy, later)).toBe('fresh')
        if (chosen?.length === 0) expect(after).toEqual(before)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the stored document', () => {
  const groups = { rights: confirmedAt.toISOString(), land: now.toISOString() }
  const before = { at: now.toISOString(), groups: { rights: confirmedAt.toISOString() }, confirmedAt: null }

  test('is read as it was written', () => {
    expect(readConfirmations(writeConfirmations({ groups, before, told: 'due' }))).toEqual({
      groups,
      before,
      told: 'due',
    })
    expect(writeConfirmations({ groups })).toEqual(groups)
  })

  test.each([null, 'yes', { rights: 'yesterday' }, { garden: now.toISOString() }])(
    'that cannot be read confirms nothing: %j',
    (stored) => expect(readConfirmations(stored).groups).toEqual({}),
  )
})
