import type { Localized } from '#app/domain/kernel/localized'
import type { Answer } from '#app/domain/sites/choices'
import type { ZoneVerdict } from '#app/domain/sites/model'
import { sectorKeys, type Confidence } from '#app/domain/towns/model'

/** Rule set of the small industrial zone; the others bear the key of the measure of support they decide. */
export const zoneKey = 'small_industrial_zone'

/** Set without rules: its parameters, such as the monthly calculation index of a year, hold for all sets. */
export const sharedKey = 'indices'

/** What is known of a site. Presences and answers as the dossier has them, areas in their unit, idle since as YYYY-MM. */
export const siteFactCodes = [
  'site_kind',
  'ownership',
  'idle_since',
  'floor_area_m2',
  'plot_ha',
  'electricity',
  'water',
  'zone_akimat_decision',
  'zone_production_premises',
  'zone_manufacturing_tenants',
  'zone_holder_consents',
] as const

/** What an investor says of the project. */
export const projectFactCodes = [
  'sector',
  'investment_kzt',
  'company_size',
  'project_kind',
  'export_share_pct',
] as const

export const factCodes = [...siteFactCodes, ...projectFactCodes] as const
export type FactCode = (typeof factCodes)[number]
export type FactValue = string | number

/** A quantity of which a part is known: the whole is that much, or more. */
export type AtLeast = { atLeast: number }

/** A fact that is missing is not known. */
export type Facts = Partial<Record<FactCode, FactValue | AtLeast>>

/** Sectors of a project: those of the sites, and the one that some measures exclude. */
export const projectSectors = [...sectorKeys, 'trade'] as const
export type ProjectSector = (typeof projectSectors)[number]

export const companySizes = ['micro', 'small', 'medium', 'large'] as const
export type CompanySize = (typeof companySizes)[number]
export const projectKinds = ['new', 'expansion'] as const
export type ProjectKind = (typeof projectKinds)[number]

/** A number, or the value of a parameter, multiplied by that of another one where `times` names it. */
export type Operand = number | { parameter: string; times?: string }

/** How a rule is decided: data, so that a rule set can be read, versioned and shown. */
export type Condition =
  | { op: 'equals'; fact: FactCode; value: FactValue }
  | { op: 'one_of'; fact: FactCode; values: FactValue[] }
  | { op: 'at_least'; fact: FactCode; value: Operand }
  | { op: 'at_most'; fact: FactCode; value: Operand }
  | { op: 'months_idle_at_least'; value: Operand }
  | { op: 'all'; of: Condition[] }
  | { op: 'any'; of: Condition[] }
  | { op: 'not'; of: Condition }

/** Who can say or bring what is missing. */
export const suppliers = [
  'akimat',
  'owner',
  'network_company',
  'oblast_akimat',
  'investor',
  'spk',
  'provider',
  'platform',
] as const
export type Supplier = (typeof suppliers)[number]

export type Citation = { text: Localized; link: string | null; confidence: Confidence }

export type Rule = {
  code: string
  question: Localized
  citation: Citation
  /** What follows from a no: nothing can be done about it, or somebody can bring it. */
  effect: 'blocks' | 'to_bring'
  /** What follows while nobody knows: no verdict, or a verdict on the condition that it is clarified. */
  ifUnknown: 'undetermined' | 'condition'
  supply: Supplier[]
  /** Null: no fact of ours decides it; somebody has to be asked. */
  condition: Condition | null
}

export const parameterUnits = ['m2', 'ha', 'months', 'years', 'percent', 'kzt', 'kzt_m2_month', 'mci'] as const

/** Longest time that a parameter may ask for; beyond it somebody mistook the unit. */
export const mostMonths = 1200

/** A figure or list that a law leaves to a rule. `value: null`: we could not read it, so nothing follows from it. */
export type Parameter = {
  code: string
  label: Localized
  unit: (typeof parameterUnits)[number] | null
  type: 'number' | 'text'
  value: FactValue | null
  /** Where the value stands; for an empty one, why it is empty. */
  citation: string
}

export type RuleSetBody = { title: Localized; rules: Rule[]; parameters: Parameter[] }

/** A version of a rule set that is in force; days are YYYY-MM-DD. */
export type RuleSet = {
  key: string
  version: number
  validFrom: string
  validUntil: string | null
  citation: string
  body: RuleSetBody
}

/** What is in force on a day. `mark` moves whenever any of it does. */
export type ActiveRules = {
  mark: string
  sets: RuleSet[]
  /** Parameters that hold for all sets. */
  shared: Parameter[]
}

/** A fact or parameter from which an answer follows; `value: null` is what is missing. */
export type Reason =
  { kind: 'fact'; fact: FactCode; value: FactValue | AtLeast | null } | { kind: 'parameter'; parameter: Parameter }

export type RuleResult = { rule: Rule; answer: Answer; because: Reason[] }

export type Evaluation = { verdict: ZoneVerdict; results: RuleResult[] }
