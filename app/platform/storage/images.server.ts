import { fileTypeFromBuffer } from 'file-type'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Storage } from './model'
import { storage } from './storage.server'

export type StoredImage = {
  sha256: string
  contentType: 'image/webp'
  /** Pixels of the largest variant. */
  width: number
  height: number
  /** Widths in pixels of the variants, smallest first. */
  widths: number[]
  /** Bytes of the picture as it was sent. */
  bytes: number
}

export type ImageCode = 'not_an_image' | 'image_format' | 'image_too_small' | 'image_too_large' | 'image_broken'

/** Limits of one picture: bytes as sent, and pixels after decoding (a bomb is small in bytes and huge in pixels). */
export const imageLimits = { bytes: 15_000_000, pixels: 60_000_000, minSide: 200 } as const

/** What is read by its content, whatever the name of the file says. */
const readable = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif'])

const variantWidths = [480, 960, 1920] as const

/**
 * Stores a picture as WebP variants under its hash; position, camera and other metadata are left behind.
 * Says no when the content is no picture we read, is too small, too large or broken.
 */
export async function storeImage(
  bytes: Uint8Array,
  target: Storage = storage(),
): Promise<{ ok: true; value: StoredImage } | { ok: false; code: ImageCode }> {
  if (bytes.byteLength > imageLimits.bytes) return { ok: false, code: 'image_too_large' }
  const type = await fileTypeFromBuffer(bytes)
  if (!type?.mime.startsWith('image/')) return { ok: false, code: 'not_an_image' }
  if (!readable.has(type.mime)) return { ok: false, code: 'image_format' }
  const size = await readSize(bytes)
  if (!size.ok) return size
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const widths = widthsFor(size.width)
  try {
    for (const width of widths) await target.put(imageKey(sha256, width), await encode(bytes, width))
  } catch (error) {
    if (isDecodingError(error)) return { ok: false, code: 'image_broken' }
    throw error
  }
  const width = widths[widths.length - 1] ?? size.width
  const height = Math.round((size.height * width) / size.width)
  const image = { sha256, contentType: 'image/webp' as const, width, height, widths, bytes: bytes.byteLength }
  return { ok: true, value: image }
}

export type ImageFormat = 'webp' | 'avif'

/** Storage key of a variant. */
export function imageKey(sha256: string, width: number, format: ImageFormat = 'webp'): string {
  return `images/${sha256.slice(0, 2)}/${sha256}/${width}.${format}`
}

/**
 * Makes the AVIF variants of a stored picture, a third smaller than WebP and slow to make. They are drawn from the
 * largest WebP, since the picture as it was sent, with its position, is not kept. False when that is not there.
 */
export async function storeAvif(
  sha256: string,
  widths: readonly number[],
  target: Storage = storage(),
): Promise<boolean> {
  const largest = await target.get(imageKey(sha256, Math.max(...widths)))
  if (largest === null) return false
  for (const width of widths) {
    const variant = sharp(largest).resize({ width, withoutEnlargement: true }).avif({ quality: 52, effort: 2 })
    await target.put(imageKey(sha256, width, 'avif'), await variant.toBuffer())
  }
  return true
}

async function readSize(
  bytes: Uint8Array,
): Promise<{ ok: true; width: number; height: number } | { ok: false; code: ImageCode }> {
  try {
    const { autoOrient, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > imageLimits.pixels) return { ok: false, code: 'image_too_large' }
    if (Math.min(width, height) < imageLimits.minSide) return { ok: false, code: 'image_too_small' }
    return { ok: true, width: autoOrient.width, height: autoOrient.height }
  } catch {
    return { ok: false, code: 'image_broken' }
  }
}

function widthsFor(width: number): number[] {
  const smaller = variantWidths.filter((variant) => variant < width)
  return width > variantWidths[2] ? [...variantWidths] : [...smaller, width]
}

function encode(bytes: Uint8Array, width: number): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: imageLimits.pixels, failOn: 'error' })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 78, effort: 3 })
    .toBuffer()
}

/** sharp reports damaged input as a plain Error, the file system with a code. */
function isDecodingError(error: unknown): boolean {
  return error instanceof Error && !('code' in error)
}
