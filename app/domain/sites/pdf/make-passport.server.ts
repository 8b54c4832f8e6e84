import { visitor } from '#app/domain/accounts/model'
import { openPhoto } from '#app/domain/sites/queries/open-file.server'
import { env } from '#app/platform/env/env.server'
import { translator } from '#app/platform/i18n/i18n.server'
import type { PdfAnswer } from '#app/platform/pdf/model'
import { pdfMaker, type PdfMaker } from '#app/platform/pdf/pdf-maker.server'
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

/** How long a paper that took too long is not tried again, milliseconds. */
export const slowMs = 600_000

type Desk = {
  shelf: PdfShelf
  maker: Pick<PdfMaker, 'make'>
  running: Map<string, Promise<PdfAnswer>>
  /** Papers that took too long, with the time from which they may be tried again. */
  slow: Map<string, number>
}

/** A desk that keeps its papers in `folder`. */
export function openDesk(folder: string, maker: Desk['maker']): Desk {
  return { shelf: openShelf(folder, shelfBytes), maker, running: new Map(), slow: new Map() }
}

const kept = globalThis as typeof globalThis & { __alanPassports?: Desk }

/** The desk of this process. */
function ownDesk(): Desk {
  kept.__alanPassports ??= openDesk(join(env().dataDir, 'cache', 'passports'), pdfMaker())
  return kept.__alanPassports
}

/** The photographs that the paper shows. */
export function photosOnPaper(photos: readonly ShownPhoto[]): ShownPhoto[] {
  return photos.slice(0, mostPhotos)
}

/**
 * The passport as a PDF: the one kept from before when everything it says is still the same, else a new one. `tag` names
 * its content. Says `busy` when too many are being made, and `too_slow` of one that takes too long: at once for ten minutes.
 */
export async function makePassport(sheet: PassportSheet, desk = ownDesk(), now = Date.now()): Promise<Made> {
  const paper = writePassport(sheet, translator(sheet.lang), {})
  const tag = createHash('sha256')
    .update(JSON.stringify([edition, paper]))
    .digest('hex')
  const { shelf, running, slow } = desk
  const found = await shelf.get(tag)
  if (found !== null) return { ok: true, bytes: found, tag }
  if ((slow.get(tag) ?? 0) > now) return { ok: false, code: 'too_slow', tag }
  const answer = running.get(tag) ?? makeAndKeep(sheet, tag, desk)
  running.set(tag, answer)
  const made = await answer
  if (!made.ok && made.code === 'too_slow') remember(slow, tag, now)
  return { ...made, tag }
}

function remember(slow: Desk['slow'], tag: string, now: number): void {
  for (const [other, until] of slow) if (until <= now) slow.delete(other)
  slow.set(tag, now + slowMs)
}

async function makeAndKeep(sheet: PassportSheet, tag: string, { shelf, maker, running }: Desk): Promise<PdfAnswer> {
  try {
    const answer = await maker.make(() => write(sheet))
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
