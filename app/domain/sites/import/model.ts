import type { Localized } from '#app/domain/kernel/localized'
import type { VerdictParams } from '#app/domain/kernel/verdict'
import type { SheetFault } from '#app/platform/sheets/model'
import type { FaultCode, FormFields } from '../form/form-fields'

/** Our own template, the UK Brownfield Land Register of 2017, the French CNIG Friches 1.0.6. */
export const layouts = ['own', 'uk_brownfield_2017', 'cnig_friches_1_0_6'] as const
export type Layout = (typeof layouts)[number]

/** What one file may hold; `rows` are those with a site, the header comes on top. Our own bounds. */
export const importLimits = { fileBytes: 25_000_000, rows: 10_000, columns: 500 } as const

/** Why a cell or row is not as it should be, beside the faults of the forms; words: `imports.problem.<code>`. */
export const rowProblems = [
  'cell_error',
  'formula_without_value',
  'merged',
  'unknown_unit',
  'converted',
  'date_for_number',
  'date_for_text',
  'number_for_code',
  'not_an_answer',
  'not_a_choice',
  'does_not_apply_here',
  'ruled_out',
  'town_missing',
  'town_unknown',
  'town_not_yours',
  'town_differs',
  'kind_missing',
  'kind_unknown',
  'kind_differs',
  'kind_assumed',
  'name_missing',
  'number_unknown',
  'number_twice',
  'site_in_review',
  'site_ended',
  'ended_in_source',
  'not_wgs84',
  'year_only',
  'several_buildings',
  'not_taken',
] as const
export type ProblemCode = FaultCode | (typeof rowProblems)[number]

/** An `error` keeps the row out; a `note` says what was made of the cell. */
export type Problem = {
  /** As the spreadsheet names it, e.g. F12. */
  cell: string
  /** Heading of the column in the file. */
  column: string
  level: 'error' | 'note'
  code: ProblemCode
  params?: VerdictParams
}

/** What is said about the file as a whole; `columns` lists what is not taken over. */
export type Remark = {
  code:
    'columns_not_taken' | 'formulas' | 'merged_ranges' | 'encoding' | 'base_changed' | 'alike_since' | 'town_for_all'
  params: VerdictParams
}

/** Why a file was not taken at all; words: `imports.fault.<code>`. */
export type ImportFault = SheetFault | 'unknown_layout' | 'duplicate_header' | 'no_rows' | 'file_gone' | 'failed'

/** Another site, or an earlier row of the file, that may be the same. */
export type Likeness = {
  reason: 'cadastral' | 'reference' | 'near'
  /** A site: its id and number; a row of the file: its number. */
  siteId: string | null
  siteNumber: string | null
  rowNumber: number | null
  name: Localized
  distanceM: number | null
}

/** What may become of a row that looks like another site. */
export const duplicateChoices = ['skip', 'create', 'update'] as const
export type DuplicateChoice = (typeof duplicateChoices)[number]

/**
 * `typed` are the fields of the row and `cells` their columns, so that it can be put onto another site when that is chosen;
 * both are forgotten when the import is stored.
 */
export type Duplicates = { found: Likeness[]; typed: Record<string, string[]>; cells: Record<string, number> }

/** A row as its layout reads it. `cells` says for each field which column it came from, counted from 0. */
export type TypedRow = {
  number: string
  town: string
  kind: string
  /** Identifier of the foreign register; empty for our own template. */
  reference: string
  fields: FormFields
  cells: ReadonlyMap<string, number>
  problems: Problem[]
}
