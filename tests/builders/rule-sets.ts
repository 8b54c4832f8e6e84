import { activeOn } from '#app/domain/eligibility/rules'
import { judgeZone } from '#app/domain/eligibility/zone'
import { toLocalDate } from '#app/domain/kernel/local-date'
import type { PublishedSite } from '#app/domain/sites/public-site'
import { readRuleSets } from '#seeds/reference/rule-sets'

const sets = readRuleSets()

/** The rule sets that come with the product, as they hold on that day. */
export function rulesOn(day: string) {
  return activeOn({ mark: 'product', sets }, toLocalDate(day))
}

const today = '2026-11-22'
const rules = rulesOn(today)

/** The verdict on the zone by the rules of the product. */
export function zoneOf({ dossier, kind }: Pick<PublishedSite, 'dossier' | 'kind'>) {
  return judgeZone(rules, dossier, kind, toLocalDate(today)).verdict
}
