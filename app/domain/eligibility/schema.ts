import { z } from 'zod'
import { factCodes, parameterUnits, suppliers, type Condition, type RuleSetBody } from './model'

const text = z.string().min(1).max(2000)
const words = z.object({ kk: text, ru: text, en: text })
const code = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/)
const fact = z.enum(factCodes)
const value = z.union([z.string().max(2000), z.number()])
const operand = z.union([z.number(), z.object({ parameter: code, times: code.optional() })])

const ConditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.object({ op: z.literal('equals'), fact, value }),
    z.object({ op: z.literal('one_of'), fact, values: z.array(value).min(1) }),
    z.object({ op: z.literal('at_least'), fact, value: operand }),
    z.object({ op: z.literal('at_most'), fact, value: operand }),
    z.object({ op: z.literal('months_idle_at_least'), value: operand }),
    z.object({ op: z.literal('all'), of: z.array(ConditionSchema).min(1) }),
    z.object({ op: z.literal('any'), of: z.array(ConditionSchema).min(1) }),
    z.object({ op: z.literal('not'), of: ConditionSchema }),
  ]),
)

const RuleSchema = z.object({
  code,
  question: words,
  citation: z.object({ text: words, link: z.url().nullable(), confidence: z.enum(['high', 'medium', 'low']) }),
  effect: z.enum(['blocks', 'to_bring']),
  ifUnknown: z.enum(['undetermined', 'condition']),
  supply: z.array(z.enum(suppliers)).min(1),
  condition: ConditionSchema.nullable(),
})

const ParameterSchema = z.object({
  code,
  label: words,
  unit: z.enum(parameterUnits).nullable(),
  type: z.enum(['number', 'text']),
  value: value.nullable(),
  citation: z.string().max(1000),
})

/** Shape of the column `RuleSet.body`. */
export const RuleSetBodySchema: z.ZodType<RuleSetBody> = z.object({
  title: words,
  rules: z.array(RuleSchema),
  parameters: z.array(ParameterSchema),
})
