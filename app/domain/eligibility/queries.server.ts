import { visitor, type Actor } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import type { Language } from '#app/domain/kernel/localized'
import { localDateOf, localDateOfUtcMidnight, type LocalDate } from '#app/domain/kernel/local-date'
import type { ZoneGlance } from '#app/domain/sites/editor-data'
import type { OwnDossier } from '#app/domain/sites/own-site'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { listIncentives } from '#app/domain/towns/queries.server'
import type { Db } from '#app/platform/db/client.server'
import { isDatabaseAway } from '#app/platform/outage/database-away'
import { database } from '#app/platform/db/database.server'
import type { RuleSet as RuleSetRow } from '#app/platform/db/generated/client'
import { notFound } from '#app/platform/http/not-found.server'
import { log } from '#app/platform/log/log.server'
import type { ActiveRules, RuleSet } from './model'
import { viewEligibility, type EligibilityView } from './passport-view'
import { activeOn } from './rules'
import { RuleSetBodySchema } from './schema'
import { asPublished, type RuleSetLine, type RuleSetVersion } from './versions'
import { visibleTo } from './visible-to.server'

/** How long a process may not have seen what another one published. */
const lookMs = 1_000

type Kept = { mark: string; sets: RuleSet[] }

/** The published versions in memory, per database; the day decides which of them hold. */
const kept = new WeakMap<Db, { at: number; value: Promise<Kept> }>()

/** The rule sets in force on that day, the newest version of each, with the parameters that hold for all of them. */
export async function readActiveRules(_actor: Actor, today: LocalDate): Promise<ActiveRules> {
  return activeOn(await readPublished(), today)
}

/** What the passport would say of a site of the actor's territory, its version in work if there is one. */
export async function readPreviewEligibility(
  actor: Actor,
  own: OwnDossier,
  language: Language,
  now = new Date(),
): Promise<EligibilityView> {
  const dossier = own.version?.dossier ?? own.published
  if (dossier === null) throw notFound()
  const today = localDateOf(now)
  const [rules, measures] = await Promise.all([readActiveRules(actor, today), listIncentives()])
  const site = { dossier, kind: own.kind }
  return viewEligibility({ rules, measures, site, project: null, today, language })
}

/** The verdict on the zone as the editor of a site shows it beside the form. */
export async function readZoneGlance(
  actor: Actor,
  number: string,
  language: Language,
  now = new Date(),
): Promise<ZoneGlance> {
  const { zone } = await readPreviewEligibility(actor, await readOwnDossier(actor, number), language, now)
  const items = zone.rules.map(({ code, answer, question }) => ({ key: code, verdict: answer, text: question }))
  return { verdict: zone.verdict, items }
}

/** Forgets what is in memory: for the command that publishes. */
export function forgetRules(): void {
  kept.delete(database())
}

function readPublished(): Promise<Kept> {
  const db = database()
  const found = kept.get(db)
  if (found && performance.now() - found.at < lookMs) return found.value
  const value = readIfChanged(db, found?.value).catch((error: unknown) => {
    if (!found || !isDatabaseAway(error)) throw error
    return found.value
  })
  const entry = { at: performance.now(), value }
  kept.set(db, entry)
  value.catch(() => {
    if (kept.get(db) === entry) kept.delete(db)
  })
  return value
}

async function readIfChanged(db: Db, before: Promise<Kept> | undefined): Promise<Kept> {
  const { _count, _max } = await db.ruleSet.aggregate({
    where: visibleTo(visitor),
    _count: { _all: true },
    _max: { updatedAt: true },
  })
  const mark = `${_count._all}/${_max.updatedAt?.getTime() ?? 0}`
  const held = await before?.catch(() => undefined)
  if (held?.mark === mark) return held
  const rows = await db.ruleSet.findMany({ where: visibleTo(visitor), orderBy: [{ key: 'asc' }, { version: 'desc' }] })
  return { mark, sets: rows.flatMap((row) => readOrReport(row) ?? []) }
}

/** A version that cannot be read must not take the others with it; its verdicts are then undetermined. */
function readOrReport(row: RuleSetRow): RuleSet | null {
  const body = RuleSetBodySchema.safeParse(row.body)
  if (!body.success || row.validFrom === null) {
    log.error({ err: body.error, ruleSet: row.key, version: row.version }, 'a rule set cannot be read')
    return null
  }
  return {
    key: row.key,
    version: row.version,
    validFrom: localDateOfUtcMidnight(row.validFrom),
    validUntil: row.validUntil && localDateOfUtcMidnight(row.validUntil),
    citation: row.citation,
    body: body.data,
  }
}

/** All rule sets with what is in force on that day, what is empty and whether somebody works at a new version; by key. */
export async function listRuleSets(actor: Actor, today: LocalDate): Promise<RuleSetLine[]> {
  const versions = await readVersions(actor)
  const inForce = activeOn({ mark: '', sets: versions.flatMap((version) => asPublished(version) ?? []) }, today).sets
  return [...new Set(versions.map(({ key }) => key))].map((key) => {
    const own = versions.filter((version) => version.key === key)
    const newest = own[0]
    const current = inForce.find((set) => set.key === key) ?? null
    const shown = current ?? newest
    return {
      key,
      title: shown?.body.title ?? { kk: key, ru: key, en: key },
      current: current && {
        version: current.version,
        validFrom: current.validFrom,
        validUntil: current.validUntil,
        rules: current.body.rules.length,
        parameters: current.body.parameters.length,
        empty: current.body.parameters.filter(({ value }) => value === null).length,
      },
      draft: own.find(({ publishedAt }) => publishedAt === null)?.version ?? null,
    }
  })
}

/** All versions of a rule set, newest first; 404 for a key that is not there. */
export async function readRuleSet(actor: Actor, key: string): Promise<RuleSetVersion[]> {
  const versions = await readVersions(actor, key)
  if (versions.length === 0) throw notFound()
  return versions
}

async function readVersions(actor: Actor, key?: string): Promise<RuleSetVersion[]> {
  if (!may(actor, 'ruleset.read')) throw notFound()
  const rows = await database().ruleSet.findMany({
    where: { AND: [visibleTo(actor), key === undefined ? {} : { key }] },
    orderBy: [{ key: 'asc' }, { version: 'desc' }],
  })
  return rows.map((row) => ({
    key: row.key,
    version: row.version,
    validFrom: row.validFrom && localDateOfUtcMidnight(row.validFrom),
    validUntil: row.validUntil && localDateOfUtcMidnight(row.validUntil),
    citation: row.citation,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    mark: row.updatedAt.toISOString(),
    body: RuleSetBodySchema.parse(row.body),
  }))
}
