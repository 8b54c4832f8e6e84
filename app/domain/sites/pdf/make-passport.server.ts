import { visitor } from '#app/domain/accounts/model'
import { openPhoto } from '#app/domain/sites/queries/open-file.server'
import { env } from '#app/platform/env/env.server'
import { translator } from '#app/platform/i18n/i18n.server'
import type { PdfAnswer } from '#app/platform/pdf/model'
import { pdfMaker } from '#app/platform/pdf/pdf-maker.server'
import { openShelf, type PdfShelf } from '#app/platform/pdf/pdf-shelf.server'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import sharp from 'sharp'
import type { ShownPhoto } from '../passport/model'
import type { PassportSheet } from './model'
import { writePassport } from './passport-document'

/** Goes up when the worker draws the same paper differently, so that nobody gets the old one. */
const edition = 4

/** Bytes of papers that are kept: some 1,500 of them. */
const shelfBytes = 300_000_000

/** A row of photographs on paper; more stand on the page of the site. */
const mostPhotos = 4

type Made = PdfAnswer & { tag: string }

const kept = globalThis as typeof globalThis & {
  __alanPassports?: { shelf: PdfShelf; running: Map<string, Promise<PdfAnswer>> }
}

function desk() {
  kept.__alanPassports ??= {
    shelf: openShelf(join(env().dataDir, 'cache', 'passports'), shelfBytes),
    running: new Map(),
  }
  return kept.__alanPassports
}

/** The photographs that the paper shows. */
export function photosOnPaper(photos: readonly ShownPhoto[]): ShownPhoto[] {
  return photos.slice(0, mostPhotos)
}

/**
 * The passport as a PDF: the one kept from before when everything it says is still the same, else a new one. `tag` names
 * its content. Says no when too many are being made.
 */
export async function makePassport(sheet: PassportSheet): Promise<Made> {
  const paper = writePassport(sheet, translator(sheet.lang), {})
  const tag = createHash('sha256')
    .update(JSON.stringify([edition, paper]))
    .digest('hex')
  const { shelf, running } = desk()
  const found = await shelf.get(tag)
  if (found !== null) return { ok: true, bytes: found, tag }
  const answer = running.get(tag) ?? makeAndKeep(sheet, tag)
  running.set(tag, answer)
  return { ...(await answer), tag }
}

async function makeAndKeep(sheet: PassportSheet, tag: string): Promise<PdfAnswer> {
  const { shelf, running } = desk()
  try {
    const answer = await pdfMaker().make(() => write(sheet))
    if (answer.ok) await shelf.put(tag, answer.bytes)
    return answer
  } finally {
    running.delete(tag)
  }
}

async function write(sheet: PassportSheet) {
  const images = await readPhotos(sheet.photos)
  // A photograph whose file is gone is left out.
  const photos = sheet.photos.filter(({ fileId }) => fileId in images)
  return writePassport({ ...sheet, photos }, translator(sheet.lang), images)
}

async function readPhotos(photos: PassportSheet['photos']): Promise<Record<string, string>> {
  const least = photos.length === 1 ? 900 : 480
  const read = await Promise.all(
    photos.map(async ({ fileId, widths }) => {
      const width = widths.find((candidate) => candidate >= least) ?? widths.at(-1) ?? 0
      const photo = await openPhoto(visitor, fileId, width, 'webp', () => Promise.resolve(false))
      const opened = await photo?.open()
      if (!opened) return []
      const bytes = Buffer.from(await new Response(opened.stream).arrayBuffer())
      const jpeg = await sharp(bytes).flatten({ background: '#ffffff' }).jpeg({ quality: 76 }).toBuffer()
      return [[fileId, `data:image/jpeg;base64,${jpeg.toString('base64')}`] as const]
    }),
  )
  return Object.fromEntries(read.flat())
}
