import type { LngLat } from '#app/domain/kernel/geo'
import type { UtilityKind } from '#app/domain/kernel/quantity'
import type { AccessLevel, ConfirmedGroup, SiteKind, SiteStatus } from '#app/domain/sites/choices'
import type { CommitmentState, Freshness } from '#app/domain/sites/model'
import type { PublicPaper } from '#app/domain/sites/public-files'
import type { FactBlock, FactRow } from './fact-block'
import type { Said } from './said'
import type { SourceView } from './say-field'

/** One of the figures at the top; `value: null` is not known. `group`: where in the dossier it stands. */
export type Figure = { label: string; value: string | null; note?: string; group: ConfirmedGroup }

export type ShownPhoto = { fileId: string; alt: Said; width: number; height: number; widths: number[] }

/** A network. Capacities are numbers for the bar, in the unit of the utility; the rest is said in words. */
export type UtilityRow = {
  kind: UtilityKind
  /** Null: not known, and `whom` says who may know. */
  free: number | null
  used: number | null
  reserved: number | null
  installed: number | null
  /** There is a network to draw capacity from. */
  isThere: boolean
  whom: Said | null
  /** Presence, way to the connection point, operator. */
  place: Said
  /** Voltage, pressure, diameter, reliability, wear. */
  technical: Said
  conditions: (SourceView & { cost: string | null }) | null
  source: SourceView | null
}

/** A step on the way to the site. */
export type StepView = { title: Said; body: Said; link: { href: string; host: string } | null }

export type HowToGetView = {
  steps: StepView[]
  /** The akimat has stated the steps itself; else they are the general ones. */
  isStated: boolean
  note: string | null
}

export type BuildingView = {
  title: Said
  use: string
  /** In the order of the columns of the table; null when not known. */
  figures: (string | null)[]
  more: FactBlock
}

export type CommitmentView = {
  id: string
  title: string
  state: CommitmentState
  stateWord: string
  facts: Said
  note: Said
  source: SourceView | null
}

/** A site that belongs to this one. */
export type RelativeView = { number: string; name: Said; figures: string; isOffered: boolean }

export type RelativesView = {
  whole: RelativeView | null
  parts: RelativeView[]
  bundle: { name: Said; sites: RelativeView[]; totals: string } | null
}

/** When a group of the dossier was confirmed last, in words, and whether that still holds. */
export type ConfirmedView = { label: string; text: string; freshness: Freshness }

/** Warning about values of a section that nobody confirmed in time. */
export type StaleNotes = Partial<Record<ConfirmedGroup, string>>

/** Everything a passport shows, in the language of its page. Nothing internal of the dossier is in it. */
export type PassportData = {
  number: string
  kind: SiteKind
  status: SiteStatus
  isDemo: boolean
  freshness: Freshness
  name: Said
  /** Town, region, kind, number. */
  place: Said
  freshnessText: string
  completeness: string
  warning: { title: string; text: Said; tone: 'neutral' | 'attention' } | null
  sectors: string[]
  photos: ShownPhoto[]
  figures: Figure[]
  texts: Said[]
  utilities: UtilityRow[]
  howToGet: HowToGetView
  rights: FactBlock
  encumbrances: FactRow[]
  buildings: BuildingView[]
  land: FactBlock
  transport: FactBlock
  environment: FactBlock
  commitments: CommitmentView[]
  papers: PublicPaper[]
  /** Levels of access that are open to the reader. */
  openLevels: readonly AccessLevel[]
  /** Photographs that the reader may not see. */
  hiddenPhotos: number
  relatives: RelativesView
  confirmed: ConfirmedView[]
  stale: StaleNotes
  address: Said
  point: LngLat | null
  town: { key: string; name: Said; facts: Said[] }
  /** Who will answer an inquiry today, and how fast usually; null in a preview. */
  body: { name: Said; usually: string | null } | null
  styleUrl: string | null
}
