import { RuleSetBodySchema } from '#app/domain/eligibility/schema'
import { toLocalDate, utcMidnightOf } from '#app/domain/kernel/local-date'
import type { Tx } from '#app/platform/db/client.server'
import { z } from 'zod'
import ruleSetsJson from './rule-sets.json'

const day = z.iso.date()

const RuleSetsSchema = z.array(
  z.object({
    key: z.string().regex(/^[a-z][a-z0-9_]*$/),
    version: z.number().int().positive(),
    /** First and last day on which the product uses the version; what it follows stands in the citation. */
    validFrom: day,
    validUntil: day.nullable(),
    citation: z.string().min(1),
    body: RuleSetBodySchema,
  }),
)

/** The file as it is, for its content hash. */
export const ruleSetFile = ruleSetsJson

/** The rule sets that come with the product, checked; throws when the file has a mistake. */
export function readRuleSets() {
  return RuleSetsSchema.parse(ruleSetsJson)
}

/** Adds the versions that are missing. One that is there stays as it is: admins own the rule sets, and nothing published changes. */
export async function writeRuleSets(tx: Tx, now: Date): Promise<void> {
  await tx.ruleSet.createMany({
    data: readRuleSets().map(({ validFrom, validUntil, ...set }) => ({
      ...set,
      validFrom: toDate(validFrom),
      validUntil: validUntil === null ? null : toDate(validUntil),
      publishedAt: now,
    })),
    skipDuplicates: true,
  })
}

function toDate(text: string): Date {
  return utcMidnightOf(toLocalDate(text))
}
