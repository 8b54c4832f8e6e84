import { describe, expect, it } from 'vitest'
import type { RuleSetBody } from './model'
import { readProject } from './project'
import { missingForPublication, readRuleSetForm } from './rule-set-form'

describe('the project of an address', () => {
  it('is read in millions, with spaces and commas', () => {
    const query = 'sector=manufacturing&investment=8 650,5&size=small&project=new&export=70'
    expect(readProject(new URLSearchParams(query))).toMatchObject({
      project: {
        ...{ sector: 'manufacturing', investmentKzt: 8_650_500_000, companySize: 'small' },
        ...{ kind: 'new', exportSharePct: 70 },
      },
      faults: {},
      isGiven: true,
    })
  })

  it.each([
    ['investment=много', { investment: 'not_a_number' }],
    ['investment=-5', { investment: 'not_a_number' }],
    ['investment=100000001', { investment: 'too_large' }],
    ['export=101', { export: 'too_large' }],
  ])('%s: names what cannot be read and keeps what was typed', (query, faults) => {
    const read = readProject(new URLSearchParams(query))
    expect(read.faults).toEqual(faults)
    expect(read.typed).toMatchObject(Object.fromEntries(new URLSearchParams(query)))
    expect(read.project).toMatchObject({ investmentKzt: null, exportSharePct: null })
  })

  it('ignores words that are no choice, and is not given by other parameters', () => {
    expect(readProject(new URLSearchParams('sector=casino&utm=1')).project.sector).toBeNull()
    expect(readProject(new URLSearchParams('utm=1')).isGiven).toBe(false)
  })
})

const words = { kk: 'а', ru: 'б', en: 'c' }
const body: RuleSetBody = {
  title: words,
  rules: [],
  parameters: [
    { code: 'area', label: words, unit: 'm2', type: 'number', value: null, citation: '' },
    { code: 'idle', label: words, unit: 'months', type: 'number', value: null, citation: '' },
    { code: 'share', label: words, unit: 'percent', type: 'number', value: null, citation: '' },
    { code: 'list', label: words, unit: null, type: 'text', value: null, citation: '' },
  ],
}

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

describe('the form of a version', () => {
  it('takes values with their sources and leaves empty ones empty', () => {
    const typed = {
      'value.area': '1 000',
      'citation.area': 'п. 5',
      citation: ' закон ',
      validFrom: '2026-12-01',
      mark: 'm',
    }
    expect(readRuleSetForm(form(typed), body)).toEqual({
      change: {
        parameters: [
          { code: 'area', value: 1000, citation: 'п. 5' },
          { code: 'idle', value: null, citation: '' },
          { code: 'share', value: null, citation: '' },
          { code: 'list', value: null, citation: '' },
        ],
        ...{ citation: 'закон', validFrom: '2026-12-01', validUntil: null },
      },
      faults: {},
      mark: 'm',
    })
  })

  it.each([
    [{ 'value.area': 'тысяча', 'citation.area': 'п. 5' }, { 'value.area': 'not_a_number' }],
    [{ 'value.idle': '1201', 'citation.idle': 'п. 5' }, { 'value.idle': 'too_large' }],
    [{ 'value.idle': '12,5', 'citation.idle': 'п. 5' }, { 'value.idle': 'not_whole' }],
    [{ 'value.idle': '1200', 'citation.idle': 'п. 5' }, {}],
    [{ 'value.share': '100,5', 'citation.share': 'п. 5' }, { 'value.share': 'too_large' }],
    [{ 'value.share': '99,5', 'citation.share': 'п. 5' }, {}],
    [{ 'value.area': '1000' }, { 'citation.area': 'citation_missing' }],
    [{ 'value.list': 'C 10' }, { 'citation.list': 'citation_missing' }],
    [{ validFrom: '2026-02-30' }, { validFrom: 'not_a_date' }],
    [{ validFrom: '2026-12-02', validUntil: '2026-12-01' }, { validUntil: 'before_start' }],
    [{ citation: 'я'.repeat(1001) }, { citation: 'too_long' }],
  ])('%j: %j', (typed, faults) => {
    expect(readRuleSetForm(form(typed), body).faults).toEqual(faults)
  })

  it('is not published without what it rests on and a first day', () => {
    expect(missingForPublication({ citation: '', validFrom: null })).toEqual({
      citation: 'citation_missing',
      validFrom: 'missing',
    })
    expect(missingForPublication({ citation: 'закон', validFrom: '2026-12-01' })).toEqual({})
  })
})
