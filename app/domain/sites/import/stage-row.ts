import type { Problem, TypedRow } from './model'
import type { SiteKind } from '../choices'
import type { Dossier } from '../model'
import type { FormContext } from '../form/read-group'
import { buildDossier } from './build-dossier'
import type { Heading } from './heading'
import { problemAt } from './row-reader'
import { normalWord, type ImportWords } from './words'

/** What a row needs to know of the world. */
export type RowContext = Omit<FormContext, 'kind'> & {
  words: ImportWords
  headings: readonly Heading[]
  townByWord: ReadonlyMap<string, string>
  ownTowns: ReadonlySet<string>
  /** Town of rows that name none; null: they must. */
  townForAll: string | null
}

/** The site that a row is about, when it exists. */
export type ExistingSite = { townKey: string; kind: SiteKind; isEnded: boolean; isInReview: boolean; dossier: Dossier }

export type BuiltRow = { townKey: string; kind: SiteKind; dossier: Dossier; problems: Problem[]; isRefused: boolean }

/** Whether two dossiers say the same; what a JSON column gives back has no other values. */
export function isSame(one: Dossier, other: Dossier): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The dossier that a row makes, with everything that is wrong with its cells. `existing` is undefined for a new site. */
export function buildRow(
  row: TypedRow,
  rowNumber: number,
  existing: ExistingSite | undefined,
  context: RowContext,
): BuiltRow {
  const problems = [...row.problems]
  const heading = (code: string) => context.headings.find((candidate) => candidate.code === code)
  const fail = (column: string, code: Problem['code'], params?: Problem['params']) =>
    problems.push(problemAt(rowNumber, heading(column), 'error', code, params))
  const townKey = townOf(row, existing, context, fail)
  const kind = kindOf(row, existing, context, fail)
  const built = buildDossier(existing?.dossier ?? null, kind, row.fields, context)
  if (existing && (existing.isEnded || existing.isInReview) && !isSame(built.dossier, existing.dossier)) {
    fail('number', existing.isEnded ? 'site_ended' : 'site_in_review')
  }
  const textOf = (_name: string, index: number) => context.headings.find((each) => each.index === index)?.text ?? ''
  problems.push(...problemsOf(built, rowNumber, row.cells, textOf))
  const { kk, ru, en } = built.dossier.identity.name
  if (kk === '' && ru === '' && en === '') fail(nameColumn(context), 'name_missing')
  return { townKey, kind, dossier: built.dossier, problems, isRefused: problems.some(({ level }) => level === 'error') }
}

type Fail = (column: string, code: Problem['code'], params?: Problem['params']) => void

function townOf(row: TypedRow, existing: ExistingSite | undefined, context: RowContext, fail: Fail): string {
  const column = context.headings.some(({ code }) => code === 'comm_nom') ? 'comm_nom' : 'town'
  const named = row.town === '' ? undefined : context.townByWord.get(normalWord(row.town))
  if (existing) {
    if (row.town !== '' && named !== existing.townKey) fail(column, 'town_differs')
    return existing.townKey
  }
  if (row.town === '') {
    if (context.townForAll === null) fail(column, 'town_missing')
    return context.townForAll ?? ''
  }
  if (named === undefined) fail(column, 'town_unknown', { text: row.town.slice(0, 60) })
  else if (!context.ownTowns.has(named)) fail(column, 'town_not_yours', { text: row.town.slice(0, 60) })
  return named ?? ''
}

function kindOf(row: TypedRow, existing: ExistingSite | undefined, context: RowContext, fail: Fail): SiteKind {
  const kind = context.words.kinds.get(normalWord(row.kind)) as SiteKind | undefined
  if (existing) {
    if (row.kind !== '' && kind !== existing.kind) fail('kind', kind === undefined ? 'kind_unknown' : 'kind_differs')
    return existing.kind
  }
  if (row.kind === '') fail('kind', 'kind_missing')
  else if (kind === undefined) fail('kind', 'kind_unknown', { text: row.kind.slice(0, 60) })
  return kind ?? 'building'
}

function nameColumn({ headings }: RowContext): string {
  const names = ['identity.name.kk', 'identity.name.ru', 'identity.name.en', 'SiteNameAddress', 'site_nom']
  return names.find((name) => headings.some(({ code }) => code === name)) ?? 'number'
}

/** What is wrong with the values of a dossier, at the cells that they came from; `textOf` names the column. */
export function problemsOf(
  { faults, ruledOut }: Pick<ReturnType<typeof buildDossier>, 'faults' | 'ruledOut'>,
  rowNumber: number,
  cells: ReadonlyMap<string, number>,
  textOf: (name: string, index: number) => string,
): Problem[] {
  const at = (name: string, code: Problem['code'], params?: Problem['params']) => {
    const index = cells.get(name) ?? cells.get(siblingOf(name, cells)) ?? 0
    return problemAt(rowNumber, { index, text: textOf(name, index) }, 'error', code, params)
  }
  return [
    ...Object.entries(faults).map(([name, { code, params }]) => at(name, code, params)),
    ...ruledOut.map((name) => at(name, 'ruled_out')),
  ]
}

/** A check between fields may name one that the row does not have: then the nearest that it has stands for it. */
function siblingOf(name: string, cells: ReadonlyMap<string, number>): string {
  const parent = name.slice(0, name.lastIndexOf('.') + 1)
  return [...cells.keys()].find((other) => other.startsWith(parent)) ?? ''
}
