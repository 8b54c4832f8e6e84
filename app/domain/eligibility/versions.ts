import type { Localized } from '#app/domain/kernel/localized'
import type { LocalDate } from '#app/domain/kernel/local-date'
import type { RuleSet, RuleSetBody } from './model'
import { activeOn } from './rules'

/** A version as the administration sees it; days are YYYY-MM-DD, moments ISO. `publishedAt: null` is a draft. */
export type RuleSetVersion = {
  key: string
  version: number
  validFrom: string | null
  validUntil: string | null
  citation: string
  publishedAt: string | null
  /** Moves with every save: a save that names another one is refused as a conflict. */
  mark: string
  body: RuleSetBody
}

/** A rule set in the list of the administration. */
export type RuleSetLine = {
  key: string
  title: Localized
  /** The version in force, with how many of its parameters are empty. */
  current: {
    version: number
    validFrom: string
    validUntil: string | null
    rules: number
    parameters: number
    empty: number
  } | null
  /** Version somebody works at. */
  draft: number | null
}

/** The published version as the rules take it; null for a draft. */
export function asPublished(version: RuleSetVersion): RuleSet | null {
  const { publishedAt, validFrom } = version
  return publishedAt === null || validFrom === null ? null : { ...version, validFrom }
}

/** The version that is asked for; without a number the one in force on that day, else the newest. Null when there is none. */
export function chooseVersion(
  versions: readonly RuleSetVersion[],
  asked: string | null,
  today: LocalDate,
): RuleSetVersion | null {
  if (asked !== null) return versions.find(({ version }) => String(version) === asked) ?? null
  const sets = versions.flatMap((version) => asPublished(version) ?? [])
  const [current] = activeOn({ mark: '', sets }, today).sets
  return versions.find(({ version }) => version === current?.version) ?? versions[0] ?? null
}
