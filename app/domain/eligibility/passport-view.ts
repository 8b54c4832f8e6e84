import type { Language } from '#app/domain/kernel/localized'
import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Answer, SiteKind } from '#app/domain/sites/choices'
import type { Dossier } from '#app/domain/sites/model'
import type { Incentive } from '#app/domain/towns/model'
import { projectFacts, siteFacts } from './facts'
import { judgeIncentives, type IncentivesView } from './incentives'
import { zoneKey, type ActiveRules } from './model'
import type { ReadProject } from './project'
import { ruleSetOf } from './rules'
import { viewZone, type ZoneView } from './view'
import { fallsUnderArticle234, judgeZone } from './zone'

type Told = {
  rules: ActiveRules
  measures: readonly Incentive[]
  site: { dossier: Dossier; kind: SiteKind }
  /** Null where nobody can state a project, as in a preview. */
  project: ReadProject | null
  today: LocalDate
  language: Language
}

/** What a passport says by the rules in force, in the language of the page. */
export type EligibilityView = { zone: ZoneView; article234: Answer; incentives: IncentivesView }

/** The zone, art. 234 and the measures of support for a site, and for the project of the address where there is one. */
export function viewEligibility({ rules, measures, site, project, today, language }: Told): EligibilityView {
  const { dossier, kind } = site
  const facts = { ...siteFacts(dossier, kind), ...(project ? projectFacts(project.project) : {}) }
  const named = dossier.offeredFor.incentives
  const isForProject = project?.isGiven ?? false
  return {
    zone: viewZone(ruleSetOf(rules, zoneKey), judgeZone(rules, dossier, kind, today), language),
    article234: fallsUnderArticle234(rules, dossier, kind, today),
    incentives: {
      ...judgeIncentives(measures, { rules, facts, today, named, isForProject }, language),
      form: project && { typed: project.typed, faults: project.faults, isGiven: project.isGiven },
    },
  }
}
