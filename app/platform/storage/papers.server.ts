import { fileTypeFromBuffer } from 'file-type'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { imageLimits } from './images.server'
import type { Storage } from './model'
import { inspectPdf, type PdfCode } from './pdf-content.server'
import { storage } from './storage.server'

export const paperTypes = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
} as const
export type PaperType = keyof typeof paperTypes

export type StoredPaper = { sha256: string; contentType: PaperType; bytes: number }

export type PaperCode =
  'paper_too_large' | 'paper_archive' | 'paper_office' | 'paper_program' | 'paper_type' | 'paper_image_broken' | PdfCode

export const paperLimits = { bytes: 30_000_000 } as const

const archives =
  /^application\/(zip|gzip|x-(7z|rar|tar|bzip2|xz|lzip|lzh|compress|ace|arj|cpio)|java-archive|vnd\.(rar|ms-cab))/
const offices = /^application\/(vnd\.(openxmlformats|oasis|ms-(word|excel|powerpoint))|msword|x-cfb|rtf)/
const programs =
  /^application\/(x-(msdownload|elf|mach-binary|sh|ms-shortcut|apple-alias)|vnd\.(microsoft\.portable-executable|android)|wasm)/

/** A paper that was looked into and is not stored yet; `kept` is what would be. */
export type ReadPaper = StoredPaper & { kept: Uint8Array }

type Verdict<Value> = { ok: true; value: Value } | { ok: false; code: PaperCode }

/**
 * Looks into a paper: a PDF stays as it was sent, a scan loses position and camera data. What it is, its content says,
 * whatever the name of the file. Says no to everything that is neither, and to a PDF that does more than show pages.
 */
export async function readPaper(bytes: Uint8Array): Promise<Verdict<ReadPaper>> {
  if (bytes.byteLength > paperLimits.bytes) return { ok: false, code: 'paper_too_large' }
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? ''
  if (!isPaperType(mime)) return { ok: false, code: refusalOf(mime) }
  const fault = mime === 'application/pdf' ? inspectPdf(bytes) : null
  if (fault !== null) return { ok: false, code: fault }
  const kept = mime === 'application/pdf' ? bytes : await withoutMetadata(bytes, mime)
  if (kept === null) return { ok: false, code: 'paper_image_broken' }
  // A scan may be sent as a photograph, too: the same bytes, and another file.
  const sha256 = createHash('sha256').update('paper').update(kept).digest('hex')
  return { ok: true, value: { sha256, contentType: mime, bytes: kept.byteLength, kept } }
}

/** Stores a paper under its hash; says no like `readPaper`. */
export async function storePaper(bytes: Uint8Array, target: Storage = storage()): Promise<Verdict<StoredPaper>> {
  const verdict = await readPaper(bytes)
  if (!verdict.ok) return verdict
  const { kept, ...stored } = verdict.value
  await target.put(paperKey(stored.sha256, stored.contentType), kept)
  return { ok: true, value: stored }
}

/** Storage key of a paper. */
export function paperKey(sha256: string, contentType: PaperType): string {
  return `papers/${sha256.slice(0, 2)}/${sha256}.${paperTypes[contentType]}`
}

export function isPaperType(mime: string): mime is PaperType {
  return Object.hasOwn(paperTypes, mime)
}

function refusalOf(mime: string): PaperCode {
  if (offices.test(mime)) return 'paper_office'
  if (archives.test(mime)) return 'paper_archive'
  return programs.test(mime) ? 'paper_program' : 'paper_type'
}

async function withoutMetadata(bytes: Uint8Array, mime: Exclude<PaperType, 'application/pdf'>): Promise<Buffer | null> {
  const scan = sharp(bytes, { limitInputPixels: imageLimits.pixels, failOn: 'error' }).autoOrient()
  const formats = {
    'image/jpeg': () => scan.jpeg({ quality: 90 }),
    'image/png': () => scan.png(),
    'image/webp': () => scan.webp({ quality: 90 }),
  }
  return formats[mime]()
    .toBuffer()
    .catch(() => null)
}
