import { confirmedGroups, type ConfirmedGroup } from './choices'
import { fieldsOf } from './fields/catalogue'
import { valueAt } from './fields/value-at'
import type { Dossier } from './model'
import { usualTerm } from './rules'

/** When each group was confirmed last, as ISO instants. */
export type Confirmations = Partial<Record<ConfirmedGroup, string>>

/** What is known of the confirmations of a site; a group that is not named was confirmed at `confirmedAt`. */
export type Confirmed = { confirmations: Confirmations; confirmedAt: Date | null }

/** A group that says something, with its last confirmation and the end of its term. */
export type GroupTerm = { group: ConfirmedGroup; confirmedAt: Date | null; confirmBy: Date | null }

/** Oldest confirmation among the groups, and the moment at which the first of them falls due. */
export type SiteTerm = { confirmedAt: Date | null; confirmBy: Date | null }

const dayMs = 86_400_000

/** Groups of which the dossier says anything at all; there is nothing to confirm in the others. */
export function statedGroups(dossier: Dossier): ConfirmedGroup[] {
  return confirmedGroups.filter(
    (group) =>
      dossier.notApplicable.some((name) => name.startsWith(`${group}.`)) ||
      fieldsOf(group, dossier).some((field) => isStated(valueAt(dossier, field.name))),
  )
}

/** Unknown, empty and false say nothing; "none" does. */
function isStated(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === 'unknown' || value === false) return false
  if (Array.isArray(value)) return value.length > 0
  return typeof value === 'object' ? Object.values(value).some(isStated) : true
}

/** The groups of a published dossier that are confirmed, each with its term. */
export function termsOf(dossier: Dossier, { confirmations, confirmedAt }: Confirmed): GroupTerm[] {
  return statedGroups(dossier).map((group) => {
    const own = confirmations[group]
    const moment = own === undefined ? confirmedAt : new Date(own)
    const days = dossier.responsible.confirmEveryDays[group]
    return { group, confirmedAt: moment, confirmBy: moment && new Date(moment.getTime() + days * dayMs) }
  })
}

/** The term of the whole site: that of the group which falls due first. A group that nobody confirmed leaves none. */
export function siteTerm(dossier: Dossier, confirmed: Confirmed): SiteTerm {
  const terms = termsOf(dossier, confirmed)
  if (terms.length === 0) return { confirmedAt: confirmed.confirmedAt, confirmBy: usualTerm(confirmed.confirmedAt) }
  return {
    confirmedAt: earliest(terms.map((term) => term.confirmedAt)),
    confirmBy: earliest(terms.map((term) => term.confirmBy)),
  }
}

function earliest(moments: readonly (Date | null)[]): Date | null {
  const times = moments.map((moment) => moment?.getTime() ?? null)
  return times.includes(null) ? null : new Date(Math.min(...times.filter((time) => time !== null)))
}

/** The confirmations after `groups` are confirmed at `now`; null stands for all that say something. */
export function confirmGroups(
  dossier: Dossier,
  before: Confirmed,
  groups: readonly ConfirmedGroup[] | null,
  now: Date,
): Confirmed & SiteTerm {
  const confirmations: Confirmations = {}
  for (const { group, confirmedAt } of termsOf(dossier, before)) {
    const moment = groups === null || groups.includes(group) ? now : confirmedAt
    if (moment !== null) confirmations[group] = moment.toISOString()
  }
  const confirmedAt = Object.keys(confirmations).length === 0 && groups === null ? now : before.confirmedAt
  return { confirmations, ...siteTerm(dossier, { confirmations, confirmedAt }) }
}
