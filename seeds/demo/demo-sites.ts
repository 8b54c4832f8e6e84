import { formatSiteNumber } from '#app/domain/kernel/identifiers'
import type { SiteStatus, VersionState } from '#app/domain/sites/model'
import { DossierSchema } from '#app/domain/sites/schema'
import { createRandom } from '#seeds/builders/random'
import { stableId } from '#seeds/builders/stable-id'
import type { ReferenceTown } from '#seeds/reference/reference-data'
import { siteEntries, type SiteEntry } from './demo-data'
import { drawings } from './drawings/catalogue'
import { inventDossier, type Invention } from './invent-dossier'
import { showcases } from './showcase'

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
  /** Null for what was never published. */
  confirmedAt: Date | null
  publishedAt: Date | null
  createdAt: Date
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
  return siteEntries.map((entry) => {
    const town = townOf.get(entry.town)
    if (!town) throw new Error(`No town ${entry.town}`)
    return buildSite(entry, town, ageOf(entry, published), now)
  })
}

function buildSite(entry: SiteEntry, town: ReferenceTown, ageDays: number, now: Date): DemoSite {
  const number = formatSiteNumber({ townCode: town.code, running: entry.number })
  const random = createRandom(`dates:${number}`)
  const confirmedAt = new Date(now.getTime() - ageDays * dayMs - random.whole(0, 600) * minuteMs)
  const picture: Parameters<typeof inventDossier>[3] = (drawing) => ({
    fileId: fileIdOf(number, drawing),
    alt: drawings[drawing].alt,
  })
  const invented = inventDossier(entry, town, confirmedAt, picture)
  const dossier = DossierSchema.parse(showcases[number]?.(invented.dossier, confirmedAt) ?? invented.dossier)
  const publishedAt = new Date(confirmedAt.getTime() - random.whole(0, 160) * dayMs)
  const wasPublished = !['draft', 'in_review', 'changes_requested'].includes(entry.state ?? '')
  return {
    ...invented,
    dossier,
    id: stableId(`site:${number}`),
    number,
    townKey: entry.town,
    ...stateOf(entry),
    confirmedAt: wasPublished ? confirmedAt : null,
    publishedAt: wasPublished ? publishedAt : null,
    createdAt: new Date(publishedAt.getTime() - random.whole(2, 20) * dayMs),
  }
}

function stateOf({ state }: SiteEntry): Pick<DemoSite, 'status' | 'versionState'> {
  if (state === undefined) return { status: 'published', versionState: 'published' }
  if (state === 'reserved' || state === 'occupied') return { status: state, versionState: 'published' }
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
