import type { Localized } from '#app/domain/kernel/localized'
import type { VerdictParams } from '#app/domain/kernel/verdict'
import { mostOf } from './limits'
import type { SaveCode } from './own-site'

/** What is uploaded: also the name of the form's field and of the dossier's list. */
export const uploadLists = ['photos', 'papers'] as const
export type UploadList = (typeof uploadLists)[number]

/** What the upload form tells and checks before sending; the storage and the dossier's schema hold the same bounds. */
export const uploadLimits = {
  photos: { bytes: 15_000_000, count: mostOf.photos },
  papers: { bytes: 30_000_000, count: mostOf.papers },
} as const satisfies Record<UploadList, { bytes: number; count: number }>

export type FileFaultCode =
  | 'file_missing'
  | 'not_an_image'
  | 'image_format'
  | 'image_too_small'
  | 'image_too_large'
  | 'image_broken'
  | 'too_many_photos'
  | 'paper_too_large'
  | 'paper_archive'
  | 'paper_office'
  | 'paper_program'
  | 'paper_type'
  | 'paper_image_broken'
  | 'pdf_encrypted'
  | 'pdf_active'
  | 'pdf_broken'
  | 'too_many_papers'
  | 'storage_full'

/** A file that was not taken, by the name it was sent under. */
export type FileFault = { list: UploadList; file: string; code: FileFaultCode }

/** What the upload of one file gets back; `signed_out` and `missing` are about the person and the site, not the file. */
export type UploadReply = { ok: true; fileId: string } | { ok: false; code: FileFaultCode | 'signed_out' }

/** What putting stored files into the draft gets back. `leftOut`: ids of the files for which the list had no room. */
export type AttachReply =
  | { ok: true; revision: number; leftOut: string[] }
  | { ok: false; refusal: { code: SaveCode | 'signed_out'; params?: VerdictParams } }

/** Code of the list being full. */
export const fullCode = { photos: 'too_many_photos', papers: 'too_many_papers' } as const satisfies Record<
  UploadList,
  FileFaultCode
>

/** Code of one file being too large. */
export const largeCode = { photos: 'image_too_large', papers: 'paper_too_large' } as const satisfies Record<
  UploadList,
  FileFaultCode
>

const longestName = 150

/** The name a paper is given out under: that of the sent file, with the ending that its content has. */
export function paperFileName(sentName: string, ending: string): string {
  return `${bareName(sentName) || 'file'}.${ending}`
}

/** The name of a file without folders, signs that no name has, and its ending. */
export function bareName(sentName: string): string {
  const last = sentName.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  return [...clean.replace(/\.[^.]{1,8}$/u, '')].slice(0, longestName).join('').trim()
}

export const noText: Localized = { kk: '', ru: '', en: '' }
