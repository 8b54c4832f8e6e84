import { storeImage, type StoredImage } from '#app/platform/storage/images.server'
import type { Storage } from '#app/platform/storage/model'
import sharp from 'sharp'
import { drawings, drawSvg, type DrawingName } from './drawings/catalogue'

/** Enough for the widest place of the product on a dense screen; wider ones only cost time at the first start. */
const pictureWidth = 1280

/** Renders every drawing once and stores it like a photograph that somebody sent. */
export async function storeDrawings(storage: Storage): Promise<Map<DrawingName, StoredImage>> {
  const names = Object.keys(drawings) as DrawingName[]
  const stored = await Promise.all(names.map(async (name) => [name, await storeDrawing(name, storage)] as const))
  return new Map(stored)
}

async function storeDrawing(name: DrawingName, storage: Storage): Promise<StoredImage> {
  const picture = await sharp(Buffer.from(drawSvg(name)))
    .resize({ width: pictureWidth })
    .png({ compressionLevel: 3 })
    .toBuffer()
  const verdict = await storeImage(picture, storage)
  if (!verdict.ok) throw new Error(`The drawing ${name} was refused: ${verdict.code}`)
  return verdict.value
}
