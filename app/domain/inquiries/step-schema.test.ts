import {
  CompletionSchema,
  DeficiencySchema,
  DuplicateSchema,
  ExtensionDecisionSchema,
  ExtensionSchema,
  StepSchema,
} from '#app/domain/inquiries/step-schema'
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'

const form = randomUUID()
const text = 'Ждём письмо сетевой компании.'
const long = 'x'.repeat(100_000)
const contract = { form, step: 'contracted', text }

/** Names of the fields that are at fault. */
function faultsOf(schema: z.ZodType, typed: Record<string, unknown>): PropertyKey[] {
  return schema.safeParse(typed).error?.issues.map(({ path }) => path[0] ?? '') ?? []
}

describe('the forms of a case', () => {
  it('read a contract as people write it, and what is left out as not said', () => {
    expect(
      StepSchema.parse({
        ...contract,
        ...{ contractNumber: ' 14/к ', contractOn: '2026-06-10', jobs: '1 200', investmentKzt: '150 000 000 ₸' },
        reconversion: 'new_production',
      }),
    ).toMatchObject({
      ...{ contractNumber: '14/к', contractOn: '2026-06-10', jobs: 1200, investmentKzt: 150_000_000 },
      reconversion: 'new_production',
    })
    expect(StepSchema.parse({ ...contract, jobs: '', contractOn: '' })).toMatchObject({
      ...{ contractNumber: null, contractOn: null, jobs: null, investmentKzt: null, reconversion: null },
    })
  })

  it.each<[string, z.ZodType, Record<string, unknown>, string[]]>([
    ['words without end', StepSchema, { ...contract, text: long }, ['text']],
    ['no words', StepSchema, { ...contract, text: '   ' }, ['text']],
    ['a step that is none', StepSchema, { ...contract, step: 'reopened' }, ['step']],
    ['half a workplace', StepSchema, { ...contract, jobs: '1,5' }, ['jobs']],
    ['fewer than none', StepSchema, { ...contract, jobs: '-3' }, ['jobs']],
    ['a script for a sum', StepSchema, { ...contract, investmentKzt: '<script>' }, ['investmentKzt']],
    ['a day that is none', StepSchema, { ...contract, contractOn: '2026-02-30' }, ['contractOn']],
    ['a number of two lines', StepSchema, { ...contract, contractNumber: '1\r\nBcc: x' }, ['contractNumber']],
    ['a use that is none', StepSchema, { ...contract, reconversion: 'casino' }, ['reconversion']],
    ['a form without its key', StepSchema, { ...contract, form: 'x' }, ['form']],
    ['nothing missing', DeficiencySchema, { form, text, missing: [], fixBy: '2026-06-20' }, ['missing']],
    [
      'a requirement that is none',
      DeficiencySchema,
      { form, text, missing: ['soul'], fixBy: '2026-06-20' },
      ['missing'],
    ],
    ['no day to complete it', DeficiencySchema, { form, text, missing: ['name'], fixBy: '' }, ['fixBy']],
    ['an extension without reasons', ExtensionSchema, { form, until: '2026-07-20', text: 'надо' }, ['text']],
    ['markup', StepSchema, { ...contract, text: '<img src=x onerror=alert(1)> and words' }, ['text']],
    ['a refusal without words', ExtensionDecisionSchema, { form, decision: 'refuse', text: '' }, ['text']],
    ['a decision that is none', ExtensionDecisionSchema, { form, decision: 'maybe' }, ['decision']],
    ['a forged number', DuplicateSchema, { form, of: "2026-00001' OR 1=1" }, ['of']],
    ['a part that is none', CompletionSchema, { form, part: '0', text }, ['part']],
  ])('refuse %s', (_, schema, typed, fields) => {
    expect(faultsOf(schema, typed)).toEqual(fields)
  })

  it('keep what looks like a template as words', () => {
    const words = 'a < b, 3 > 2, {{number}} ${text}'
    expect(StepSchema.parse({ ...contract, text: words }).text).toBe(words)
  })
})
