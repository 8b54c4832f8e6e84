import type { SystemActor } from '#app/domain/accounts/model'
import type { ActiveRules } from '#app/domain/eligibility/model'
import { readActiveRules } from '#app/domain/eligibility/queries.server'
import { judgeZone } from '#app/domain/eligibility/zone'
import { localDateOf, type LocalDate } from '#app/domain/kernel/local-date'
import type { PublishedSite, SiteMark } from '#app/domain/sites/public-site'
import { listSiteMarks, readPublishedSites } from '#app/domain/sites/queries/published-rows.server'
import { listRegions, listTowns } from '#app/domain/towns/queries.server'
import { registerReadiness } from '#app/platform/http/readiness.server'
import { log } from '#app/platform/log/log.server'
import { addRow, ColumnsBuilder, compactColumns, isWorthCompacting, removeRow, type Columns } from './columns'
import { hashText } from './hash-text'
import { readId } from './cards'
import { readRow, type CatalogueRow, type CatalogueTown, type Places } from './row'

/** How often the node looks for changes, and how often it reads all marks anew. */
const pollMs = 1_000
const fullReadMs = 5 * 60_000

/** A transaction that began long ago may commit a change with an old date; nodes' clocks differ a little, too. */
const overlapMs = 30_000

const actor: SystemActor = { kind: 'system', name: 'catalogue' }

/** Sites that are read at a time, so that dossiers do not pile up. */
const batchSize = 500

/**
 * The published sites in memory, as columns. The database stays the truth: the columns follow it by polling, and while
 * it is away the last ones serve on. One per process, kept over reloads of this module in development.
 */
class Catalogue {
  #columns: Columns | null = null
  #rowOf = new Map<string, number>()
  /** By row, the state of the site that the row shows. */
  #marks: number[] = []
  /** Rows carry verdicts and the words of their places; when those change, all are read again. */
  #isOutdated = false
  #places: Places = { towns: [], regions: [] }
  #rules: ActiveRules = { mark: '', sets: [], shared: [] }
  #today: LocalDate | null = null
  #lookedAt: Date | null = null
  #readAllAt = 0
  #running: Promise<void> | null = null
  #isFailing = false

  get columns(): Columns | null {
    return this.#columns
  }

  /** How many sites are listed, and when the database was last asked with success. */
  get state(): { sites: number; lookedAt: Date | null } {
    return { sites: this.#rowOf.size, lookedAt: this.#lookedAt }
  }

  /** Brings the columns up to date with everything committed before the call. */
  async refresh(): Promise<void> {
    // What is running may have looked before the caller's commit, so it does not count.
    while (this.#running) await this.#running.catch(() => undefined)
    this.#running = this.#update().finally(() => (this.#running = null))
    await this.#running
  }

  /** `refresh` for the timer: a failure is logged once, and the columns stay as they are. */
  async poll(): Promise<void> {
    if (this.#running) return
    try {
      await this.refresh()
      if (this.#isFailing) log.info('the catalogue follows the database again')
      this.#isFailing = false
    } catch (error) {
      if (!this.#isFailing) log.error({ err: error }, 'the catalogue cannot read the database and serves what it has')
      this.#isFailing = true
    }
  }

  async #update(): Promise<void> {
    const now = new Date()
    await this.#readRules(now)
    // A clock that was set back writes changes that are older than what was read before.
    const isSetBack = this.#lookedAt !== null && now < this.#lookedAt
    const isDue = this.#lookedAt === null || now.getTime() - this.#readAllAt > fullReadMs
    const isFull = isDue || isSetBack || this.#isOutdated
    const since = isFull ? null : new Date((this.#lookedAt ?? now).getTime() - overlapMs)
    if (isFull) await this.#readPlaces()
    const marks = await listSiteMarks(actor, since)
    if (this.#columns === null || this.#isOutdated) await this.#build(marks)
    else await this.#follow(this.#columns, marks, isFull)
    this.#lookedAt = now
    if (isFull) this.#readAllAt = now.getTime()
  }

  /** Reads all sites anew; the columns of before serve until it is done. */
  async #build(marks: SiteMark[]): Promise<void> {
    const builder = new ColumnsBuilder(this.#places)
    const listed = marks.filter((mark) => mark.isListed)
    for await (const site of this.#read(listed)) builder.add(this.#readRow(site))
    const markOf = new Map(listed.map(({ id, mark }) => [id, hashText(mark)]))
    this.#adopt(builder.finish(), (id) => markOf.get(id) ?? 0)
    this.#isOutdated = false
  }

  /** Replaces the rows of sites whose marks are new and drops those that left. Nothing changes before all is read. */
  async #follow(columns: Columns, marks: SiteMark[], isFull: boolean): Promise<void> {
    const rowOf = this.#rowOf
    const wanted = marks.filter(
      (mark) => mark.isListed && this.#marks[rowOf.get(mark.id) ?? -1] !== hashText(mark.mark),
    )
    const sites: PublishedSite[] = []
    for await (const site of this.#read(wanted)) sites.push(site)
    const listed = new Set(marks.filter((mark) => mark.isListed).map((mark) => mark.id))
    const gone = isFull
      ? [...rowOf.keys()].filter((id) => !listed.has(id))
      : marks.filter((mark) => !mark.isListed).map((mark) => mark.id)
    for (const id of gone) this.#drop(columns, id)
    const markOf = new Map(wanted.map(({ id, mark }) => [id, mark]))
    for (const site of sites) {
      this.#drop(columns, site.id)
      const row = addRow(columns, this.#readRow(site))
      rowOf.set(site.id, row)
      this.#marks[row] = hashText(markOf.get(site.id) ?? '')
    }
    if (isWorthCompacting(columns)) this.#adopt(compactColumns(columns), (id) => this.#marks[rowOf.get(id) ?? -1] ?? 0)
  }

  #drop(columns: Columns, id: string): void {
    const row = this.#rowOf.get(id)
    if (row === undefined) return
    removeRow(columns, row)
    this.#rowOf.delete(id)
  }

  /** Takes other columns, whose rows stand elsewhere. */
  #adopt(columns: Columns, markOf: (id: string) => number): void {
    const rowOf = new Map<string, number>()
    const marks: number[] = []
    for (let row = 0; row < columns.size; row++) {
      const id = readId(columns, row)
      rowOf.set(id, row)
      marks.push(markOf(id))
    }
    this.#columns = columns
    this.#rowOf = rowOf
    this.#marks = marks
  }

  async *#read(marks: readonly SiteMark[]): AsyncGenerator<PublishedSite> {
    for (let start = 0; start < marks.length; start += batchSize) {
      const ids = marks.slice(start, start + batchSize).map((mark) => mark.id)
      yield* await readPublishedSites(actor, ids)
    }
  }

  async #readRules(now: Date): Promise<void> {
    this.#today = localDateOf(now)
    const rules = await readActiveRules(actor, this.#today)
    if (rules.mark !== this.#rules.mark) this.#isOutdated = true
    this.#rules = rules
  }

  #readRow(site: PublishedSite): CatalogueRow {
    const today = this.#today ?? localDateOf(site.changedAt)
    return readRow(site, this.#places, judgeZone(this.#rules, site.dossier, site.kind, today).verdict)
  }

  async #readPlaces(): Promise<void> {
    const [towns, regions] = await Promise.all([listTowns(), listRegions()])
    const places = { towns: towns.map(takePlace), regions }
    if (JSON.stringify(places) !== JSON.stringify(this.#places)) this.#isOutdated = true
    this.#places = places
  }
}

function takePlace({ key, regionKey, name, aliases, point }: CatalogueTown): CatalogueTown {
  return { key, regionKey, name, aliases, point }
}

const kept = globalThis as typeof globalThis & { __alanCatalogue?: Catalogue }

function catalogue(): Catalogue {
  return (kept.__alanCatalogue ??= new Catalogue())
}

/**
 * Loads the catalogue and follows the database from then on; returns how to stop. `/readyz` waits for the first load,
 * afterwards the catalogue serves whatever happens to the database.
 */
export async function startCatalogue(): Promise<() => void> {
  registerReadiness('catalogue', () => (catalogue().columns === null ? 'not loaded' : null))
  await catalogue().refresh()
  const timer = setInterval(() => void catalogue().poll(), pollMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** Takes over everything committed before the call: for routes, after a command that changes what is public. */
export async function refreshCatalogue(): Promise<void> {
  await catalogue().refresh()
}

/** The columns as they stand; loads them when nobody has yet. */
export async function readColumns(): Promise<Columns> {
  const { columns } = catalogue()
  if (columns !== null) return columns
  await refreshCatalogue()
  const loaded = catalogue().columns
  if (loaded === null) throw new Error('The catalogue could not be loaded')
  return loaded
}

/** How many sites are listed, and how long ago the database was last asked with success; null before the first time. */
export function readCatalogueState(now = new Date()): { sites: number; ageMs: number | null } {
  const { sites, lookedAt } = catalogue().state
  return { sites, ageMs: lookedAt && now.getTime() - lookedAt.getTime() }
}

/** Forgets everything, for tests that change the database under the process. */
export function dropCatalogue(): void {
  kept.__alanCatalogue = undefined
}
