import type { Faults } from './form/form-fields'
import type { Conflicts } from './form/merge'
import type { FormValues } from './form/write-form'
import type { Answer, SiteKind } from './choices'
import type { ZoneVerdict } from './model'
import type { DraftFile, SaveCode } from './own-site'
import type { RemovedEntry } from './removed-entry'
import type { FileFault } from './uploads'
import type { DossierGroup } from './choices'
import type { WrittenRemark } from './remarks'
import type { DossierSummary } from './submission'
import type { Localized } from '#app/domain/kernel/localized'
import type { VerdictParams } from '#app/domain/kernel/verdict'
import type { Incentive } from '#app/domain/towns/model'

export type EditorPhoto = Omit<DraftFile, 'fileName'> & { alt: Localized }
export type EditorPaper = Pick<DraftFile, 'fileId' | 'fileName' | 'bytes'>

/** `field` is the field or group that the remark is about, null the whole; `group` holds it. */
export type EditorRemark = WrittenRemark

/** Everything the editor of one group shows. */
export type EditorData = {
  number: string
  kind: SiteKind
  name: Localized
  isDemo: boolean
  group: DossierGroup
  revision: number
  savedAt: string
  isReturned: boolean
  remarks: EditorRemark[]
  values: FormValues
  /** How many entries the lists have, commitments by their ids: their fields are named after them. */
  lists: { buildings: number; steps: number; encumbrances: number; commitments: string[] }
  /** `shapeOf` the group, for the autosave. */
  shape: string
  /** Somebody else who saved this draft a moment ago. */
  other: { who: string; at: string } | null
  /** Something of the site is public. */
  isPublic: boolean
  /** For premises: the town's own sites that they may be a part of. */
  wholes: { number: string; name: Localized }[]
  parts: PartsGlance | null
  bundle: { name: Localized; count: number } | null
  photos: EditorPhoto[]
  papers: EditorPaper[]
  incentives: Pick<Incentive, 'key' | 'name' | 'availability'>[]
  summary: DossierSummary
  zone: ZoneGlance
  /** Where the map starts when there is no point yet: the town. */
  townPoint: [lng: number, lat: number]
  styleUrl: string | null
}

/** Units of a site that can be split; `areaM2` null where it is not known. */
export type PartsGlance = {
  areaM2: number | null
  units: { number: string; name: Localized; areaM2: number | null; isPublic: boolean }[]
}

/** A field that somebody else changed as well. */
export type FieldConflict = { theirs: string[]; who: string; at: string }

/** What the rules about the small industrial zone say of the draft, in the language of the page. */
export type ZoneGlance = { verdict: ZoneVerdict; items: { key: string; verdict: Answer; text: string }[] }

/** What the server says to a form that it did not take as a whole. */
export type EditorReply = {
  faults: Faults
  /** What was typed; stands in the fields again without JavaScript. */
  values?: FormValues
  revision?: number
  fileFaults?: FileFault[]
  /** What was just taken out, to be put back. */
  removed?: RemovedEntry
  refusal?: Refusal
}

/** Why a whole save or submission was not taken. */
export type Refusal = { code: SaveCode | 'incomplete' | 'signed_out'; params?: VerdictParams }

/** What the autosave gets back. */
export type SaveReply =
  | {
      ok: true
      revision: number
      savedAt: string
      faults: Faults
      conflicts: Conflicts
      /** What the save changed, as the form shows it. */
      values: FormValues
      /** What somebody else saved in between: all fields of the group. */
      theirs: { values: FormValues; who: string; at: string } | null
      summary: DossierSummary
      zone: ZoneGlance
    }
  | { ok: false; refusal: Refusal }
