import type { Person } from '#app/domain/accounts/model'
import type { Language } from '#app/domain/kernel/localized'
import type { Prisma } from '#app/platform/db/generated/client'
import type { ImportRowAction } from '#app/platform/db/generated/enums'
import type { SheetCell, SheetFacts, SheetRow } from '#app/platform/sheets/model'
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Dossier } from '../model'
import { chooseFor, refuseSecond, type Chosen } from './chosen-row'
import { cnigTaken, readCnigRow } from './cnig-friches'
import type { Known, Neighbours } from './duplicates'
import { MergedRanges } from './merged-ranges'
import type { Duplicates, Layout, Likeness, Problem, Remark, TypedRow } from './model'
import { NotTaken } from './not-taken'
import { readOwnRow } from './own-layout'
import type { Heading } from './heading'
import { textOfCell } from './read-cell'
import { isTitleRow, readHeader } from './read-header'
import { problemAt } from './row-reader'
import { buildRow, type BuiltRow, type RowContext } from './stage-row'
import { ontoOf, readTargets, siteAlike, type Target } from './territory.server'
import { takeTurns } from './turns.server'
import { readUkRow, ukTaken } from './uk-brownfield'

/** What was chosen for rows that look like others when the file was read before, by the number of the row. */
export type EarlierChoices = ReadonlyMap<number, { action: ImportRowAction; siteId: string | null }>

export type StagedRow = Omit<Prisma.ImportRowCreateManyInput, 'batchId'>

type Settings = {
  layout: Layout | null
  /** Of the texts in a foreign layout. */
  language: Language
  context: RowContext
  neighbours: Neighbours
  choices: EarlierChoices
}

const mostNamed = 60

/** Turns the rows of one file into what is staged; knows the heading, the targets and the rows before. */
export class Stager {
  rowCount = 0
  layout: Layout | null
  #context: RowContext
  #headings: readonly Heading[] = []
  #isHeaderRead = false
  #mayBeTitles = false
  #merged = new MergedRanges([])
  #targets = new Map<string, Target>()
  /** Rows by the number of the site that they change. */
  readonly #seen = new Map<string, number>()
  readonly #formulas = { count: 0, cell: '' }
  #notTaken: string[] = []

  constructor(
    readonly actor: Person,
    readonly settings: Settings,
  ) {
    this.layout = settings.layout
    this.#context = settings.context
  }

  begin({ merges }: SheetFacts): void {
    this.#merged = new MergedRanges(merges)
  }

  /** Looks up the sites that these rows name, in one query. */
  async prepare(rows: SheetRow[]): Promise<void> {
    if (!this.#isHeaderRead && rows[0]) this.#readHeader(rows[0])
    const index = this.#headings.find(({ code }) => code === 'number')?.index
    if (index === undefined) return
    const numbers = rows.map(({ cells }) => numberOf(cells[index] ?? null)).filter((number) => number !== '')
    this.#targets = numbers.length === 0 ? new Map() : await readTargets(this.actor, numbers)
  }

  /** Puts rows onto the sites that were chosen for them when the file was read before, as far as that can still be done. */
  async repeatChoices(rows: StagedRow[]): Promise<void> {
    const chosen = rows.filter((row) => row.action === 'skip' && this.#isOntoSite(row))
    const numbers = chosen.flatMap(({ duplicates }) => siteAlike(duplicates as Duplicates)?.siteNumber ?? [])
    if (numbers.length === 0) return
    const targets = await readTargets(this.actor, numbers)
    const mayGoOn = takeTurns()
    for (const row of chosen) {
      await mayGoOn()
      const target = targets.get(siteAlike(row.duplicates as Duplicates)?.siteNumber ?? '')
      if (target === undefined) continue
      const { dossier, problems } = this.#putOnto(row, target)
      const base = { siteNumber: target.number, dossier: undefined }
      const change = dossier === null ? {} : { ...base, ...changeOf(target, dossier) }
      Object.assign(row, change, { problems })
    }
  }

  /** What is staged for the row; null for headings and for rows without a value under a heading. */
  stage(row: SheetRow): StagedRow | null {
    if (row.cells === this.#headerCells) return null
    if (this.#mayBeTitles) {
      this.#mayBeTitles = false
      if (isTitleRow(row, this.#headings, this.#context.words)) return null
    }
    if (!this.#headings.some(({ index }) => (row.cells[index] ?? null) !== null)) return null
    this.rowCount += 1
    this.#countFormulas(row)
    return this.#stageTyped(row, this.#read(row))
  }

  /** What is to be said about the file as a whole. */
  remarks(facts: SheetFacts | null): Remark[] {
    const remarks: Remark[] = []
    if (this.#notTaken.length > 0) {
      const columns = this.#notTaken.slice(0, mostNamed).join(', ')
      remarks.push({ code: 'columns_not_taken', params: { columns, count: this.#notTaken.length } })
    }
    if (this.#formulas.count > 0) remarks.push({ code: 'formulas', params: { ...this.#formulas } })
    if (facts && facts.merges.length > 0) {
      remarks.push({ code: 'merged_ranges', params: { ranges: facts.merges.slice(0, 20).join(', ') } })
    }
    if (facts?.encoding && facts.encoding !== 'utf-8') {
      remarks.push({ code: 'encoding', params: { encoding: facts.encoding.toUpperCase() } })
    }
    return remarks
  }

  #headerCells: SheetRow['cells'] | null = null

  #readHeader(row: SheetRow): void {
    const header = readHeader(row, this.layout, this.#context.words)
    if (!header.ok) throw new NotTaken(header.code, header.params)
    this.#isHeaderRead = true
    this.#headerCells = row.cells
    this.layout = header.layout
    this.#headings = header.headings
    this.#context = { ...this.#context, headings: header.headings }
    this.#mayBeTitles = header.layout === 'own'
    const taken = { own: null, uk_brownfield_2017: ukTaken, cnig_friches_1_0_6: cnigTaken }[header.layout]
    const unread = taken === null ? [] : header.headings.filter(({ code }) => !taken.has(code))
    this.#notTaken = [...header.unknown, ...unread].map(({ text }) => text.slice(0, 60))
  }

  #read(row: SheetRow): TypedRow {
    if (this.layout === 'uk_brownfield_2017') return readUkRow(row, this.#headings, this.settings.language)
    if (this.layout === 'cnig_friches_1_0_6') return readCnigRow(row, this.#headings, this.settings.language)
    return readOwnRow(row, this.#headings, this.#context.words)
  }

  #countFormulas({ number, cells }: SheetRow): void {
    for (const { index } of this.#headings) {
      if (!cells[index]?.isFormula) continue
      this.#formulas.count += 1
      if (this.#formulas.count === 1)
        this.#formulas.cell = problemAt(number, { index, text: '' }, 'note', 'not_taken').cell
    }
  }

  #stageTyped(row: SheetRow, typed: TypedRow): StagedRow {
    const number = typed.number.trim().toUpperCase()
    const target = number === '' ? undefined : this.#targets.get(number)
    const existing = target && { ...target, isInReview: target.state === 'in_review' }
    const merged = this.#merged.problemsIn(row, this.#headings)
    const own = [...typed.problems, ...merged, ...this.#problemsOfNumber(number, target, row.number)]
    const built = buildRow({ ...typed, problems: own }, row.number, existing, this.#context)
    const line = lineOf(row.number, built, number)
    if (built.isRefused) return { ...line, action: 'refused' }
    if (target !== undefined) return { ...line, ...changeOf(target, built.dossier) }
    return { ...line, ...this.#newSite(row.number, typed, built) }
  }

  #problemsOfNumber(number: string, target: Target | undefined, rowNumber: number): Problem[] {
    if (number === '') return []
    const heading = this.#headings.find(({ code }) => code === 'number')
    if (target === undefined)
      return [problemAt(rowNumber, heading, 'error', 'number_unknown', { text: number.slice(0, 20) })]
    const first = this.#seen.get(number)
    this.#seen.set(number, first ?? rowNumber)
    return first === undefined ? [] : [problemAt(rowNumber, heading, 'error', 'number_twice', { row: first })]
  }

  #isOntoSite({ rowNumber, duplicates }: StagedRow): boolean {
    const choice = this.settings.choices.get(rowNumber)
    if (choice === undefined || choice.action === 'create' || duplicates === undefined) return false
    return siteAlike(duplicates as Duplicates)?.siteId === choice.siteId
  }

  #putOnto(row: StagedRow, target: Target): Chosen {
    const { rowNumber, kind = null } = row
    const problems = row.problems as Problem[]
    const alike = { rowNumber, kind, problems, duplicates: row.duplicates as Duplicates }
    const first = this.#seen.get(target.number)
    if (first !== undefined) return refuseSecond(alike, first)
    const chosen = chooseFor(alike, ontoOf(target), this.#context)
    if (chosen.dossier !== null) this.#seen.set(target.number, rowNumber)
    return chosen
  }

  /** A new site, unless it looks like another one: then somebody has to decide. */
  #newSite(
    rowNumber: number,
    typed: TypedRow,
    { dossier }: BuiltRow,
  ): Partial<StagedRow> & { action: ImportRowAction } {
    const known = knownOf(rowNumber, typed, dossier)
    const found = this.settings.neighbours.find(known)
    this.settings.neighbours.add(known)
    const base = { siteId: randomUUID(), dossier }
    if (found.length === 0) return { ...base, action: 'create' }
    const isWanted = this.settings.choices.get(rowNumber)?.action === 'create'
    return { ...base, action: isWanted ? 'create' : 'skip', duplicates: duplicatesOf(found, typed) }
  }
}

/** Excel makes a number of a site number without letters: it is none of ours, but not nothing. */
function numberOf(cell: SheetCell | null): string {
  return cell === null ? '' : textOfCell(cell).trim().toUpperCase()
}

function lineOf(rowNumber: number, { townKey, kind, dossier, problems }: BuiltRow, siteNumber: string): StagedRow {
  const { kk, ru, en } = dossier.identity.name
  return {
    ...{ rowNumber, action: 'refused', siteNumber: siteNumber === '' ? null : siteNumber.slice(0, 20) },
    ...{ townKey: townKey === '' ? null : townKey, kind, nameKk: kk, nameRu: ru, nameEn: en, problems },
  }
}

/** What the row does to a site that exists. */
export function changeOf(target: Target, dossier: Dossier): Partial<StagedRow> & { action: ImportRowAction } {
  const base = { siteId: target.siteId, baseVersionId: target.versionId, baseRevision: target.revision }
  const isSame = isDeepStrictEqual(dossier, target.dossier)
  return isSame ? { ...base, action: 'unchanged' } : { ...base, action: 'update', dossier }
}

function knownOf(rowNumber: number, typed: TypedRow, { identity }: Dossier): Known {
  return {
    ...{ siteId: null, siteNumber: null, rowNumber, reference: typed.reference, point: identity.point },
    name: identity.name,
    cadastralNumbers: identity.cadastralNumbers,
  }
}

function duplicatesOf(found: Likeness[], { fields, cells }: TypedRow): Prisma.InputJsonObject {
  const typed = Object.fromEntries([...fields].map(([name, texts]) => [name, [...texts]]))
  return { found, typed, cells: Object.fromEntries(cells) } satisfies Duplicates
}
