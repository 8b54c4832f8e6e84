import { formatSiteNumber } from '#app/domain/kernel/identifiers'
import type { SiteStatus, VersionState } from '#app/domain/sites/choices'
import type { Confirmed, SiteTerm } from '#app/domain/sites/confirmation'
import { DossierSchema } from '#app/domain/sites/schema'
import type { Dossier } from '#app/domain/sites/model'
import { createRandom } from '#seeds/builders/random'
import { stableId } from '#seeds/builders/stable-id'
import type { ReferenceTown } from '#seeds/reference/reference-data'
import { inventConfirmations } from './confirmations'
import { siteEntries, type SiteEntry } from './demo-data'
import { drawings } from './drawings/catalogue'
import { inventHistory, type EarlierVersion } from './history'
import { inventDossier, type Invention, type Moments } from './invent-dossier'
import { listPapers, type DemoPaper } from './papers'
import { moveBy } from './places'
import { takePart } from './premises'
import { fullShowcase, showcases } from './showcase'

const dayMs = 86_400_000
const minuteMs = 60_000

/** Days since the last confirmation; the shares of 100 give about 70 fresh, 12 due, 12 stale and 6 lapsed. */
const ages = [
  { share: 70, from: 1, to: 74 },
  { share: 12, from: 78, to: 89 },
  { share: 12, from: 93, to: 118 },
  { share: 6, from: 123, to: 170 },
] as const

export type DemoSite = Invention & {
  id: string
  number: string
  townKey: string
  status: SiteStatus
  versionState: VersionState
  statusNote: string | null
  /** Number of the whole that it is a unit of. */
  partOf: string | null
  bundle: string | null
  /** Null for what was never published. */
  confirmedAt: Date | null
  confirmed: (Confirmed & SiteTerm) | null
  /** The first publication, and that of the version that is public now. */
  publishedAt: Date | null
  lastPublishedAt: Date | null
  endedAt: Date | null
  createdAt: Date
  earlier: EarlierVersion[]
  papers: DemoPaper[]
}

/** Identity of the stored file of a drawing on a site. */
export function fileIdOf(number: string, drawing: string): string {
  return stableId(`file:${number}:${drawing}`)
}

/**
 * The demo sites as they look at `now`: the same `now` gives the same sites; a later one moves all dates, so that
 * freshness is as varied whenever the demo is first loaded.
 */
export function buildDemoSites(towns: readonly ReferenceTown[], now: Date): DemoSite[] {
  const townOf = new Map(towns.map((town) => [town.key, town]))
  const published = siteEntries.filter(isPublished)
  const built = new Map<string, DemoSite>()
  for (const entry of siteEntries) {
    const town = townOf.get(entry.town)
    if (!town) throw new Error(`No town ${entry.town}`)
    const site = buildSite({ entry, town, ageDays: ageOf(entry, published), now, built })
    built.set(site.number, site)
  }
  return [...built.values()]
}

type Plan = {
  entry: SiteEntry
  town: ReferenceTown
  ageDays: number
  now: Date
  /** The sites before it, by number. */
  built: ReadonlyMap<string, DemoSite>
}

function buildSite({ entry, town, ageDays, now, built }: Plan): DemoSite {
  const number = numberOf(town, entry.number)
  const random = createRandom(`dates:${number}`)
  const confirmedAt = new Date(now.getTime() - ageDays * dayMs - random.whole(0, 600) * minuteMs)
  const moments = { confirmedAt, now, ageDays }
  const invented = inventSite({ entry, town, built, number, moments })
  const { dossier } = invented
  const isShowcase = number === fullShowcase
  const publicDays = random.whole(isShowcase ? 140 : 0, 160)
  const publishedAt = new Date(confirmedAt.getTime() - publicDays * dayMs)
  const wasPublished = !['draft', 'in_review', 'changes_requested'].includes(entry.state ?? '')
  const history = inventHistory({ number, dossier, publishedAt, confirmedAt, isShowcase })
  return {
    ...invented,
    number,
    id: stableId(`site:${number}`),
    townKey: entry.town,
    ...stateOf(entry),
    statusNote: entry.stateNote ?? null,
    partOf: entry.partOf === undefined ? null : numberOf(town, entry.partOf),
    bundle: entry.bundle ?? null,
    confirmedAt: wasPublished ? confirmedAt : null,
    confirmed: wasPublished ? inventConfirmations(number, dossier, moments) : null,
    publishedAt: wasPublished ? publishedAt : null,
    lastPublishedAt: wasPublished ? history.lastPublishedAt : null,
    endedAt: entry.state === 'withdrawn' ? confirmedAt : null,
    createdAt: new Date(publishedAt.getTime() - random.whole(2, 20) * dayMs),
    earlier: wasPublished ? history.earlier : [],
  }
}

type Placed = Invention & { papers: DemoPaper[] }
type Subject = Pick<Plan, 'entry' | 'town' | 'built'> & { number: string; moments: Moments }

/** The invented site in its place: beside another, as a unit of another, or as the documents tell it. */
function inventSite({ entry, town, built, number, moments }: Subject): Placed {
  const picture: Parameters<typeof inventDossier>[3] = (drawing) => ({
    fileId: fileIdOf(number, drawing),
    alt: drawings[drawing].alt,
    access: 'public',
  })
  const invented = inventDossier(entry, town, moments, picture)
  const placed = place(invented.dossier, { entry, town, built, number, moments })
  const shown = showcases[number]?.(placed, moments) ?? placed
  const papers = listPapers(number, entry.archetype, number === fullShowcase)
  const named = papers.map(({ fileId, kind, title, access }) => ({ fileId, kind, title, access }))
  return { ...invented, papers, dossier: DossierSchema.parse({ ...shown, papers: named }) }
}

function place(dossier: Dossier, { entry, town, built }: Subject): Dossier {
  if (entry.partOf !== undefined) {
    const whole = built.get(numberOf(town, entry.partOf))
    if (!whole) throw new Error(`${entry.name.en} is part of a site that is not before it`)
    const units = [...built.values()].filter(({ partOf }) => partOf === whole.number)
    return takePart(dossier, whole.dossier, entry, units.length)
  }
  if (entry.beside === undefined) return dossier
  const neighbour = built.get(numberOf(town, entry.beside.number))?.dossier.identity.point
  if (!neighbour) throw new Error(`${entry.name.en} lies beside a site that is not before it`)
  return { ...dossier, identity: { ...dossier.identity, point: moveBy(neighbour, entry.beside), outline: null } }
}

function numberOf({ code }: ReferenceTown, running: number): string {
  return formatSiteNumber({ townCode: code, running })
}

function stateOf({ state }: SiteEntry): Pick<DemoSite, 'status' | 'versionState'> {
  if (state === undefined) return { status: 'published', versionState: 'published' }
  if (state === 'reserved' || state === 'occupied' || state === 'withdrawn') {
    return { status: state, versionState: 'published' }
  }
  return { status: 'draft', versionState: state }
}

function isPublished(entry: SiteEntry): boolean {
  return entry.state === undefined
}

/** Spreads the ages over the published sites in a scattered, fixed order; the picture site of Balkhash is fresh. */
function ageOf(entry: SiteEntry, published: readonly SiteEntry[]): number {
  const name = `${entry.town}-${entry.number}`
  const random = createRandom(`age:${name}`)
  if (name === 'balkhash-42') return 10
  const index = published.indexOf(entry)
  // 37 is prime to 100: every step lands on another of the hundred shares.
  let place = index < 0 ? 0 : (index * 37) % 100
  const band = ages.find(({ share }) => (place -= share) < 0) ?? ages[0]
  return random.whole(band.from, band.to)
}
