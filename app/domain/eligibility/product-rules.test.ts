import { toLocalDate } from '#app/domain/kernel/local-date'
import { emptyBuilding, emptyDossier } from '#app/domain/sites/empty-dossier'
import type { Dossier, ZoneVerdict } from '#app/domain/sites/model'
import { readReference } from '#seeds/reference/reference-data'
import { readRuleSets } from '#seeds/reference/rule-sets'
import { rulesOn } from '#tests/builders/rule-sets'
import { describe, expect, it } from 'vitest'
import { projectFacts, siteFacts, type Project } from './facts'
import { sharedKey, type Condition, type Operand } from './model'
import { activeOn, evaluateSet, ruleSetOf } from './rules'
import { fallsUnderArticle234, judgeZone } from './zone'

const today = toLocalDate('2026-11-22')
const rules = rulesOn(today)

/** The rules of the product with limits of the area entered. */
function rulesWithLimits(area_min_m2: number, area_max_m2: number) {
  const limits: Record<string, number> = { area_min_m2, area_max_m2 }
  const sets = readRuleSets().map((set) => {
    const parameters = set.body.parameters.map((one) => ({ ...one, value: limits[one.code] ?? one.value }))
    return { ...set, body: { ...set.body, parameters } }
  })
  return activeOn({ mark: '', sets }, today)
}

function building(change: (dossier: Dossier) => void): Dossier {
  const dossier = emptyDossier('building')
  change(dossier)
  return dossier
}

/** Every answer yes, utilities connected, 3000 m². */
const ready = (change: (dossier: Dossier) => void = () => undefined) =>
  building((dossier) => {
    Object.assign(dossier.zone, {
      ...{ akimat_decision: 'yes', production_premises: 'yes' },
      ...{ manufacturing_tenants: 'yes', holder_consents: 'yes' },
    })
    for (const kind of ['electricity', 'water'] as const) dossier.utilities[kind].presence = 'connected'
    if (dossier.buildings[0]) dossier.buildings[0].totalAreaM2 = 3000
    change(dossier)
  })

describe('the small industrial zone', () => {
  it.each<[string, Dossier, ZoneVerdict]>([
    ['nothing known', emptyDossier('building'), 'undetermined'],
    ['all there', ready(), 'eligible'],
    ['no decision yet', ready(({ zone }) => (zone.akimat_decision = 'unknown')), 'eligible_if'],
    ['decided against', ready(({ zone }) => (zone.akimat_decision = 'no')), 'eligible_if'],
    ['no water', ready(({ utilities }) => (utilities.water.presence = 'none')), 'eligible_if'],
    ['premises to be built', ready(({ zone }) => (zone.production_premises = 'no')), 'eligible_if'],
    ['premises unknown', ready(({ zone }) => (zone.production_premises = 'unknown')), 'undetermined'],
    ['not for manufacturing', ready(({ zone }) => (zone.manufacturing_tenants = 'no')), 'not_eligible'],
    ['tenants unknown', ready(({ zone }) => (zone.manufacturing_tenants = 'unknown')), 'undetermined'],
    ['owner refuses', ready(({ zone }) => (zone.holder_consents = 'no')), 'not_eligible'],
    ['owner not asked', ready(({ zone }) => (zone.holder_consents = 'unknown')), 'eligible_if'],
  ])('%s', (_, dossier, verdict) => {
    expect(judgeZone(rulesWithLimits(100, 9000), dossier, 'building', today).verdict).toBe(verdict)
  })

  it.each([
    [3000, 3000, 'eligible'],
    [3001, 9000, 'not_eligible'],
    [100, 2999, 'not_eligible'],
  ])('3000 m² between %i and %i m²: %s', (min, max, verdict) => {
    expect(judgeZone(rulesWithLimits(min, max), ready(), 'building', today).verdict).toBe(verdict)
  })

  it.each([
    [[3000, null], 'eligible_if', 'unknown', 'unknown'],
    [[5000, null], 'eligible_if', 'yes', 'unknown'],
    [[9001, null], 'not_eligible', 'yes', 'no'],
    [[3000, 2000], 'eligible', 'yes', 'yes'],
    [[3000, 1000], 'not_eligible', 'no', 'yes'],
  ] as const)('buildings of %j m² against 5000 to 9000 m²: %s', (areas, verdict, least, most) => {
    const dossier = ready((changed) => {
      changed.buildings = areas.map((totalAreaM2) => ({ ...emptyBuilding(), totalAreaM2 }))
    })
    const judged = judgeZone(rulesWithLimits(5000, 9000), dossier, 'building', today)
    const answerTo = (code: string) => judged.results.find(({ rule }) => rule.code === code)?.answer
    expect([judged.verdict, answerTo('area_min'), answerTo('area_max')]).toEqual([verdict, least, most])
  })

  it('names the limits that nobody has entered', () => {
    const { verdict, results } = judgeZone(rules, ready(), 'building', today)
    const open = results.filter(({ answer }) => answer === 'unknown')
    expect([verdict, open.map(({ rule }) => rule.code)]).toEqual(['eligible_if', ['area_min', 'area_max']])
    expect(open.map(({ because }) => because)).toEqual(
      ['area_min_m2', 'area_max_m2'].map((code) => [
        { kind: 'parameter', parameter: expect.objectContaining({ code, value: null }) },
      ]),
    )
  })

  it('is undetermined while no version is in force', () => {
    expect(judgeZone(rulesOn('2024-07-31'), ready(), 'building', today)).toEqual({
      verdict: 'undetermined',
      results: [],
    })
  })
})

describe('art. 234 of the Entrepreneurial Code', () => {
  it.each([
    ['communal', '2021-03', 'yes'],
    ['republican', '2025-10', 'yes'],
    ['communal', '2025-11', 'no'],
    ['communal', '2026-10', 'no'],
    ['communal', null, 'unknown'],
    ['unknown', '2010-01', 'unknown'],
    ['private', '2010-01', 'no'],
    ['private', null, 'no'],
    ['quasi_state', '2010-01', 'no'],
  ] as const)('%s property idle since %s: %s', (ownership, idleSince, answer) => {
    const dossier = building(({ rights }) => Object.assign(rights, { ownership, idleSince }))
    expect(fallsUnderArticle234(rules, dossier, 'building', today)).toBe(answer)
  })
})

const nothing: Project = { sector: null, investmentKzt: null, companySize: null, kind: null, exportSharePct: null }
const idle = building(({ rights }) => Object.assign(rights, { ownership: 'communal', idleSince: '2021-03' }))

describe('a measure of support', () => {
  it.each<[string, Partial<Project>, ZoneVerdict | undefined]>([
    ['unused_state_asset', {}, 'undetermined'],
    ['unused_state_asset', { companySize: 'small', sector: 'manufacturing' }, 'eligible'],
    ['unused_state_asset', { companySize: 'small', sector: 'trade' }, 'not_eligible'],
    ['unused_state_asset', { companySize: 'large' }, 'not_eligible'],
    ['inkind_grant', {}, 'eligible_if'],
    ['priority_project', { kind: 'new', investmentKzt: 8_650_000_000 }, 'eligible_if'],
    ['priority_project', { kind: 'new', investmentKzt: 8_649_000_000 }, 'not_eligible'],
    ['priority_project', { kind: 'expansion', investmentKzt: 8_650_000_000 }, 'not_eligible'],
    ['priority_project', { kind: 'expansion', investmentKzt: 21_625_000_000 }, 'eligible_if'],
    ['priority_project', { investmentKzt: 1_000_000 }, 'not_eligible'],
    ['priority_project', { investmentKzt: 10_000_000_000 }, 'undetermined'],
    ['investment_agreement', { investmentKzt: 32_437_500_000 }, 'eligible_if'],
    ['investment_agreement', { investmentKzt: 32_437_499_999 }, 'not_eligible'],
    ['investment_obligations', { investmentKzt: 648_750_000_000, exportSharePct: 70 }, 'eligible_if'],
    ['investment_obligations', { investmentKzt: 648_750_000_000, exportSharePct: 69.9 }, 'not_eligible'],
    ['zone_tenant', { sector: 'manufacturing', companySize: 'medium' }, 'eligible'],
    ['zone_tenant', { sector: 'it' }, 'not_eligible'],
    ['astana_hub', { sector: 'it' }, 'eligible_if'],
    ['astana_hub', { sector: 'tourism' }, 'not_eligible'],
    ['damu_subsidy_sme', { companySize: 'micro' }, 'eligible_if'],
    ['damu_subsidy_sme', { companySize: 'medium' }, 'not_eligible'],
    ['infra_support', { sector: 'manufacturing', companySize: 'medium' }, 'eligible_if'],
    ['infra_support', { sector: 'logistics' }, 'undetermined'],
    ['sme_belt', { sector: 'manufacturing' }, undefined],
  ])('%s for %j: %s', (key, project, verdict) => {
    const facts = { ...siteFacts(idle, 'building'), ...projectFacts({ ...nothing, ...project }) }
    expect(evaluateSet(rules, key, facts, today)?.verdict).toBe(verdict)
  })

  it('does not know thresholds in indices of a year whose index nobody has entered', () => {
    const facts = projectFacts({ ...nothing, investmentKzt: 1e13 })
    const next = toLocalDate('2027-01-01')
    expect(evaluateSet(rulesOn(next), 'investment_agreement', facts, next)?.verdict).toBe('undetermined')
  })
})

describe('the rule sets of the product', () => {
  const sets = readRuleSets()
  const shared = sets.filter(({ key }) => key === sharedKey).flatMap(({ body }) => body.parameters)

  it.each(sets.map((set) => [`${set.key} ${set.version}`, set] as const))(
    '%s names only parameters it has',
    (_, set) => {
      const known = [...set.body.parameters, ...shared].map(({ code }) => code)
      const used = set.body.rules.flatMap(({ condition }) => (condition ? operandsOf(condition) : [])).flatMap(codesOf)
      expect(used.filter((code) => !known.includes(code))).toEqual([])
    },
  )

  it.each(sets.map((set) => [`${set.key} ${set.version}`, set] as const))(
    '%s gives every value a source',
    (_, { body }) => {
      expect(body.parameters.filter(({ value, citation }) => value !== null && citation === '')).toEqual([])
      expect(new Set(body.rules.map(({ code }) => code)).size).toBe(body.rules.length)
    },
  )

  it('decide measures that exist', () => {
    const measures = readReference().incentives.map(({ key }) => key)
    const others = [...new Set(sets.map(({ key }) => key))].filter((key) => !measures.includes(key))
    expect(others.sort()).toEqual([sharedKey, 'zone_tenant'])
  })

  it('leave empty what no source gives', () => {
    const parameters = ruleSetOf(rules, 'small_industrial_zone')?.body.parameters ?? []
    expect(parameters.map(({ value }) => value)).toEqual([null, null, null, null, null, null])
  })
})

function operandsOf(condition: Condition): Operand[] {
  if (condition.op === 'all' || condition.op === 'any') return condition.of.flatMap(operandsOf)
  if (condition.op === 'not') return operandsOf(condition.of)
  return 'value' in condition && typeof condition.value === 'object' ? [condition.value] : []
}

function codesOf(operand: Operand): string[] {
  return typeof operand === 'number' ? [] : [operand.parameter, ...(operand.times ? [operand.times] : [])]
}
