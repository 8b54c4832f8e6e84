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
import { makeColumns, type Columns } from './columns'
import { readRow, type CatalogueRow, type CatalogueTown, type Places } from './row'

/** How often the node looks for changes, and how often it reads all marks anew. */
const pollMs = 1_000
const fullReadMs = 5 * 60_000

/** A transaction that began long ago may commit a change with an old date; nodes' clocks differ a little, too. */
const overlapMs = 30_000

const actor: SystemActor = { kind: 'system', name: 'catalogue' }

type Held = { row: CatalogueRow; mark: string }

/**
 * The published sites in memory, as columns. The database stays the truth: the columns follow it by polling, and while
 * it is away the last ones serve on. One per process, kept over reloads of this module in development.
 */
class Catalogue {
  #held = new Map<string, Held>()
  #places: Places = { towns: [], regions: [] }
  #rules: ActiveRules = { mark: '', sets: [], shared: [] }
  #today: LocalDate | null = null
  #columns: Columns | null = null
  #lookedAt: Date | null = null
  #readAllAt = 0
  #running: Promise<void> | null = null
  #isFailing = false

  get columns(): Columns | null {
    return this.#columns
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
    const isFull = this.#lookedAt === null || now.getTime() - this.#readAllAt > fullReadMs
    const since = isFull ? null : new Date((this.#lookedAt ?? now).getTime() - overlapMs)
    if (isFull) await this.#readPlaces()
    const marks = await listSiteMarks(actor, since)
    const hasChanged = await this.#take(marks, isFull)
    this.#lookedAt = now
    if (isFull) this.#readAllAt = now.getTime()
    if (hasChanged || this.#columns === null) this.#rebuild()
  }

  /** Reads the sites whose marks are new and drops those that left; says whether anything did. */
  async #take(marks: SiteMark[], isFull: boolean): Promise<boolean> {
    const wanted = marks.filter((mark) => mark.isListed && this.#held.get(mark.id)?.mark !== mark.mark)
    const sites = await readPublishedSites(
      actor,
      wanted.map((mark) => mark.id),
    )
    const markOf = new Map(wanted.map(({ id, mark }) => [id, mark]))
    const listed = new Set(marks.filter((mark) => mark.isListed).map((mark) => mark.id))
    const gone = isFull
      ? [...this.#held.keys()].filter((id) => !listed.has(id))
      : marks.filter((mark) => !mark.isListed && this.#held.has(mark.id)).map((mark) => mark.id)
    for (const id of gone) this.#held.delete(id)
    for (const site of sites) {
      this.#held.set(site.id, { row: this.#readRow(site), mark: markOf.get(site.id) ?? '' })
    }
    return sites.length > 0 || gone.length > 0
  }

  /** Rows carry verdicts, so all are read again when another rule set holds. */
  async #readRules(now: Date): Promise<void> {
    this.#today = localDateOf(now)
    const rules = await readActiveRules(actor, this.#today)
    if (rules.mark !== this.#rules.mark) {
      this.#held.clear()
      this.#readAllAt = 0
    }
    this.#rules = rules
  }

  #readRow(site: PublishedSite): CatalogueRow {
    const today = this.#today ?? localDateOf(site.changedAt)
    return readRow(site, this.#places, judgeZone(this.#rules, site.dossier, site.kind, today).verdict)
  }

  async #readPlaces(): Promise<void> {
    const [towns, regions] = await Promise.all([listTowns(), listRegions()])
    const places = { towns: towns.map(takePlace), regions }
    // Rows carry the words of their places, so all are read again when those change.
    if (JSON.stringify(places) !== JSON.stringify(this.#places)) this.#held.clear()
    this.#places = places
  }

  #rebuild(): void {
    this.#columns = makeColumns(
      [...this.#held.values()].map((held) => held.row),
      this.#places,
    )
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

/** Forgets everything, for tests that change the database under the process. */
export function dropCatalogue(): void {
  kept.__alanCatalogue = undefined
}
