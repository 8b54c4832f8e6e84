import type { SiteKind } from '../choices'
import { isSame, problemsOf } from './stage-row'
import type { FormContext } from '../form/read-group'
import type { Dossier } from '../model'
import { buildDossier } from './build-dossier'
import type { Duplicates, Problem, ProblemCode } from './model'
import { problemAt } from './row-reader'

/** A row that looks like another site, as it was staged. */
export type AlikeRow = { rowNumber: number; kind: SiteKind | null; duplicates: Duplicates; problems: Problem[] }

/** Site that the row may be put onto. */
export type Onto = { kind: SiteKind; dossier: Dossier; isEnded: boolean; isInReview: boolean }

/** The dossier that the choice makes, or why it cannot be made: then the row stays out with these problems. */
export type Chosen = { dossier: Dossier; problems: Problem[] } | { dossier: null; problems: Problem[] }

/** What a row makes of the site that it looks like, or, without one, of a new site. Earlier problems of a choice are forgotten. */
export function chooseFor(row: AlikeRow, onto: Onto | null, context: Omit<FormContext, 'kind'>): Chosen {
  const { typed, cells } = row.duplicates
  const fields = new Map(Object.entries(typed))
  const built = buildDossier(onto?.dossier ?? null, onto?.kind ?? row.kind ?? 'building', fields, context)
  const notes = notesOf(row.problems)
  const errors = problemsOf(built, row.rowNumber, new Map(Object.entries(cells)), columnOfField)
  if (onto && (onto.isEnded || onto.isInReview) && !isSame(built.dossier, onto.dossier)) {
    errors.push(problemOfNumber(row.rowNumber, onto.isEnded ? 'site_ended' : 'site_in_review'))
  }
  return { dossier: errors.length > 0 ? null : built.dossier, problems: [...notes, ...errors] }
}

/** Of two rows for one site the second stays out: nobody knows which one is right. */
export function refuseSecond(row: AlikeRow, firstRow: number): Chosen {
  const twice = { ...problemOfNumber(row.rowNumber, 'number_twice'), params: { row: firstRow } }
  return { dossier: null, problems: [...notesOf(row.problems), twice] }
}

function notesOf(problems: Problem[]): Problem[] {
  return problems.filter(({ level }) => level === 'note')
}

function problemOfNumber(rowNumber: number, code: ProblemCode): Problem {
  return problemAt(rowNumber, { index: 0, text: 'number' }, 'error', code)
}

/** Where the headings of the file are no longer known, the column of our own template stands for them. */
function columnOfField(name: string): string {
  return name === 'identity.point' ? 'latitude' : name.replace(/\.(?:applies|shown)$/, '')
}
