import type { Faults } from './form/form-fields'
import type { FormValues } from './form/write-form'
import type { SiteKind } from './model'
import type { DraftPhotoFile, SaveCode } from './own-site'
import type { DossierGroup, DossierSummary } from './submission'
import type { Localized } from '#app/domain/kernel/localized'
import type { VerdictParams } from '#app/domain/kernel/verdict'
import type { Incentive } from '#app/domain/towns/model'

export type EditorPhoto = DraftPhotoFile & { alt: Localized }

export type EditorRemark = { group: DossierGroup | null; text: string; author: string; at: string }

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
  buildingCount: number
  photos: EditorPhoto[]
  incentives: Pick<Incentive, 'key' | 'name' | 'availability'>[]
  summary: DossierSummary
  /** Where the map starts when there is no point yet: the town. */
  townPoint: [lng: number, lat: number]
  styleUrl: string | null
}

export type PhotoFault = { file: string; code: PhotoFaultCode }
export type PhotoFaultCode =
  | 'file_missing'
  | 'not_an_image'
  | 'image_format'
  | 'image_too_small'
  | 'image_too_large'
  | 'image_broken'
  | 'too_many_photos'

/** What the server says to a form that it did not take as a whole. */
export type EditorReply = {
  faults: Faults
  /** What was typed; stands in the fields again without JavaScript. */
  values?: FormValues
  revision?: number
  photoFaults?: PhotoFault[]
  refusal?: Refusal
}

/** Why a whole save or submission was not taken. */
export type Refusal = { code: SaveCode | 'incomplete' | 'signed_out'; params?: VerdictParams }

/** What the autosave gets back. */
export type SaveReply =
  | { ok: true; revision: number; savedAt: string; faults: Faults; summary: DossierSummary }
  | { ok: false; refusal: Refusal }
