import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import { toLocalDate, utcMidnightOf } from '#app/domain/kernel/local-date'
import { no, yes, type No, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, isUniqueConflict, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { RuleSet } from '#app/platform/db/generated/client'
import { notFound } from '#app/platform/http/not-found.server'
import { forgetRules } from '../queries.server'
import { missingForPublication, type RuleSetChange } from '../rule-set-form'
import { RuleSetBodySchema } from '../schema'
import { visibleTo } from '../visible-to.server'

/** `conflict`: somebody saved since the form was opened. `published`: it is in force, a new version has to be begun. */
export type RuleSetCode = 'conflict' | 'published'

/**
 * Begins the next version as a copy of the newest one, without dates; gives the number of the one that is open when
 * somebody has begun already.
 */
export async function draftRuleSet(actor: Actor, key: string): Promise<number> {
  requireEditing(actor)
  const begin = () =>
    inTransaction(database(), async (tx) => {
      const newest = await tx.ruleSet.findFirst({
        where: { AND: [visibleTo(actor), { key }] },
        orderBy: { version: 'desc' },
      })
      if (newest === null) throw notFound()
      if (newest.publishedAt === null) return newest.version
      const { version } = await tx.ruleSet.create({
        data: {
          key,
          version: newest.version + 1,
          body: RuleSetBodySchema.parse(newest.body),
          citation: newest.citation,
          createdById: actor.kind === 'person' ? actor.userId : null,
        },
      })
      return version
    })
  return begin().catch((error) => {
    // Two began at the same moment: the second finds what the first has made.
    if (isUniqueConflict(error)) return begin()
    throw error
  })
}

/** Saves values, sources and dates into an open version; `value` is its new mark. */
export async function saveRuleSet(
  actor: Actor,
  key: string,
  version: number,
  { change, mark }: { change: RuleSetChange; mark: string },
): Promise<Verdict<string, RuleSetCode>> {
  requireEditing(actor)
  return inTransaction(database(), async (tx) => {
    const row = await lockDraft(tx, actor, key, version, mark)
    if ('ok' in row) return row
    const body = RuleSetBodySchema.parse(row.body)
    const parameters = body.parameters.map((parameter) => {
      const typed = change.parameters.find(({ code }) => code === parameter.code)
      return typed ? { ...parameter, value: typed.value, citation: typed.citation } : parameter
    })
    const { updatedAt } = await tx.ruleSet.update({
      where: { id: row.id },
      data: {
        body: RuleSetBodySchema.parse({ ...body, parameters }),
        citation: change.citation,
        validFrom: toColumn(change.validFrom),
        validUntil: toColumn(change.validUntil),
      },
    })
    return yes(updatedAt.toISOString())
  })
}

/**
 * Puts an open version in force from its first day on. From then it never changes; the version before it stays for the
 * days that the new one does not cover.
 */
export async function publishRuleSet(
  actor: Actor,
  key: string,
  version: number,
  mark: string,
  now: Date,
): Promise<Verdict<'published', RuleSetCode | 'incomplete'>> {
  requireEditing(actor)
  const verdict = await inTransaction(database(), async (tx) => {
    const row = await lockDraft(tx, actor, key, version, mark)
    if ('ok' in row) return row
    const { citation, validFrom } = row
    const missing = missingForPublication({ citation, validFrom: validFrom && validFrom.toISOString() })
    if (Object.keys(missing).length > 0) return no('incomplete')
    await tx.ruleSet.update({ where: { id: row.id }, data: { publishedAt: now } })
    return yes('published' as const)
  })
  forgetRules()
  return verdict
}

/** The open version that the form was made from, held until the end of the transaction. */
async function lockDraft(
  tx: Tx,
  actor: Actor,
  key: string,
  version: number,
  mark: string,
): Promise<RuleSet | No<RuleSetCode>> {
  await tx.$queryRaw`SELECT id FROM "RuleSet" WHERE key = ${key} AND version = ${version} FOR UPDATE`
  const row = await tx.ruleSet.findFirst({ where: { AND: [visibleTo(actor), { key, version }] } })
  if (row === null) throw notFound()
  if (row.publishedAt !== null) return no('published')
  return row.updatedAt.toISOString() === mark ? row : no('conflict')
}

function requireEditing(actor: Actor): void {
  if (!mayAny(actor, 'ruleset.edit')) throw notFound()
}

function toColumn(day: string | null): Date | null {
  return day === null ? null : utcMidnightOf(toLocalDate(day))
}
