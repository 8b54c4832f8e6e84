import type { Actor } from '#app/domain/accounts/model'
import { readActiveRules } from '#app/domain/eligibility/queries.server'
import { judgeZone } from '#app/domain/eligibility/zone'
import { localDateOf } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { freshnessEdges } from '#app/domain/search/freshness'
import { readRow } from '#app/domain/search/row'
import type { Dossier } from '#app/domain/sites/model'
import { usualTerm } from '#app/domain/sites/rules'
import { parseDossier } from '#app/domain/sites/schema'
import { withholdInternal } from '#app/domain/sites/withhold-internal'
import { listTowns } from '#app/domain/towns/queries.server'
import { database } from '#app/platform/db/database.server'
import { factsOf } from './facts'
import { KeptSitesSchema, type Circumstances, type KeptSite } from './kept-answer'
import { algorithm, type Brief } from './model'
import { matchBrief } from './queries.server'
import { compileBrief, judge, momentOf, type CompiledBrief, type Judgement } from './rules'
import { BriefSchema } from './schema'
import { visibleBriefs } from './visible-to.server'

/** Of a long answer its beginning is kept: what somebody could have read. */
const keptLimits = { limit: 100, openLimit: 20, nearLimit: 20 }

/**
 * Keeps the answer to a brief so that it can be given again: the brief, the moment, the version of the rules, and for
 * each site the version of its dossier. Judged from those versions and not from the catalogue, which may be a second
 * behind. The caller has checked that the actor may change the brief. Not inside a transaction.
 */
export async function writeAnswer(actor: Actor, briefId: string, brief: Brief, now = new Date()): Promise<void> {
  const { matches, open, nearMisses } = await matchBrief(actor, brief, keptLimits, now)
  const numbers = [...matches, ...open, ...nearMisses].map(({ card }) => card.number)
  const sites = await judgeVersions(actor, numbers, brief, now)
  await database().briefAnswer.create({ data: { briefId, body: brief, algorithm, judgedAt: now, sites } })
}

async function judgeVersions(
  actor: Actor,
  numbers: string[],
  brief: Brief,
  now: Date,
): Promise<(Circumstances & Judgement)[]> {
  const today = localDateOf(now)
  const [rows, towns, rules] = await Promise.all([readOffered(numbers), listTowns(), readActiveRules(actor, today)])
  const compiled = compileBrief(brief)
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  return numbers.flatMap((number) => {
    const row = byNumber.get(number)
    if (!row?.publishedVersion) return []
    const dossier = parseDossier(row.publishedVersion.dossier)
    const confirmBy = row.confirmBy ?? usualTerm(row.confirmedAt)
    const circumstances: Circumstances = {
      ...{ number, versionId: row.publishedVersion.id, kind: row.kind, townKey: row.townKey },
      regionKey: towns.find((town) => town.key === row.townKey)?.regionKey ?? '',
      confirmBy: confirmBy?.toISOString() ?? null,
      zone: judgeZone(rules, withholdInternal(dossier), row.kind, today).verdict,
    }
    return [{ ...circumstances, ...judgeVersion(circumstances, dossier, compiled, now) }]
  })
}

function readOffered(numbers: string[]) {
  return database().site.findMany({
    where: { number: { in: numbers }, status: 'published' },
    select: {
      ...{ number: true, kind: true, townKey: true, confirmedAt: true, confirmBy: true },
      publishedVersion: { select: { id: true, dossier: true } },
    },
  })
}

/** A version judged under the circumstances of its moment: what of a site is not in its dossier. */
function judgeVersion(said: Circumstances, dossier: Dossier, compiled: CompiledBrief, at: Date): Judgement {
  const site = {
    ...{ id: said.versionId, number: said.number, kind: said.kind, townKey: said.townKey, isDemo: false },
    ...{ confirmedAt: null, confirmBy: said.confirmBy === null ? null : new Date(said.confirmBy), confirmations: {} },
    ...{ publishedAt: null, changedAt: at, dossier: withholdInternal(dossier), photos: [] },
  }
  const row = readRow(site, { towns: [], regions: [] }, said.zone)
  const facts = { ...factsOf(row, freshnessEdges(at)), regionKey: said.regionKey }
  return judge(compiled, facts, momentOf(at))
}

/** An answer given again: what was kept of each site, and what the rules say of the same version today. */
export type Reproduction = { isSame: boolean; sites: { kept: KeptSite; again: Judgement | null }[] }

/**
 * Gives a kept answer again from the versions it was made of. Says `not_found` when there is none that the actor may see,
 * `other_rules` when it was judged by another version of the rules, which this product does not have any more.
 */
export async function reproduceAnswer(
  actor: Actor,
  id: string,
): Promise<Verdict<Reproduction, 'not_found' | 'other_rules'>> {
  const answer = await database().briefAnswer.findFirst({ where: { id, brief: visibleBriefs(actor) } })
  if (answer === null) return no('not_found')
  if (answer.algorithm !== algorithm) return no('other_rules')
  const kept = KeptSitesSchema.parse(answer.sites)
  const compiled = compileBrief(BriefSchema.parse(answer.body))
  const versions = await database().siteVersion.findMany({
    where: { id: { in: kept.map(({ versionId }) => versionId) } },
    select: { id: true, dossier: true },
  })
  const dossiers = new Map(versions.map((version) => [version.id, parseDossier(version.dossier)]))
  const sites = kept.map((site) => {
    const dossier = dossiers.get(site.versionId)
    return { kept: site, again: dossier ? judgeVersion(site, dossier, compiled, answer.judgedAt) : null }
  })
  return yes({ isSame: sites.every(({ kept: site, again }) => again !== null && isSame(site, again)), sites })
}

function isSame(kept: KeptSite, again: Judgement): boolean {
  const { place, low, high, relativeGap, outcomes } = again
  return (
    kept.place === place &&
    kept.low === low &&
    kept.high === high &&
    kept.relativeGap === relativeGap &&
    outcomes.every(({ criterion, state }, index) => {
      const before = kept.outcomes[index]
      return before?.criterion === criterion && before.state === state
    })
  )
}
