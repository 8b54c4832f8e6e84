import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { imageKey, imageLimits, storeImage } from './images.server'
import { diskStorage } from './disk-storage.server'

const directory = await mkdtemp(join(tmpdir(), 'alan-images-'))
const target = diskStorage(directory)
afterAll(() => rm(directory, { recursive: true, force: true }))

function picture(width: number, height: number, background = '#887766') {
  return sharp({ create: { width, height, channels: 3, background } })
}

/** A PNG whose header claims far more pixels than its few bytes hold. */
async function bomb(width: number, height: number): Promise<Buffer> {
  const bytes = await picture(300, 300).png().toBuffer()
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

/** The first bytes of an iPhone photograph. */
const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(400)])

describe('what is refused', () => {
  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['a text, whatever it is called', () => Buffer.from('not a picture\n'.repeat(500)), 'not_an_image'],
    ['nothing', () => Buffer.alloc(0), 'not_an_image'],
    [
      'a drawing with scripts',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'not_an_image',
    ],
    ['a page', () => Buffer.from('<!doctype html><img src=x onerror=alert(1)>'), 'not_an_image'],
    ['50 MB', () => Buffer.alloc(50_000_000, 1), 'image_too_large'],
    ['HEIC', () => heic, 'image_format'],
    ['a GIF', () => picture(300, 300).gif().toBuffer(), 'image_format'],
    ['a stamp', () => picture(300, 199).png().toBuffer(), 'image_too_small'],
    ['a bomb in pixels', () => bomb(30_000, 30_000), 'image_too_large'],
    [
      'a picture cut in half',
      async () => (await picture(2000, 1500).png().toBuffer()).subarray(0, 3000),
      'image_broken',
    ],
  ])('%s', async (_, make, code) => {
    expect(await storeImage(await make(), target)).toEqual({ ok: false, code })
    expect(await readdir(directory)).toEqual([])
  })
})

describe('what is stored', () => {
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('a %s in its widths', async (format) => {
    const bytes = await picture(1000, 500, `#${format.length}08070`)[format]().toBuffer()
    const stored = await storeImage(bytes, target)
    if (!stored.ok) throw new Error(stored.code)
    expect(stored.value).toMatchObject({ width: 1000, height: 500, widths: [480, 960, 1000], bytes: bytes.byteLength })
    for (const width of stored.value.widths) {
      const file = await target.get(imageKey(stored.value.sha256, width))
      expect(await sharp(file ?? Buffer.alloc(0)).metadata()).toMatchObject({
        format: 'webp',
        width,
        height: width / 2,
      })
    }
  })

  test('no larger than 1920 pixels, and the right way up', async () => {
    const bytes = await picture(3000, 1500).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const stored = await storeImage(bytes, target)
    expect(stored.ok && stored.value).toMatchObject({ widths: [480, 960, 1500], width: 1500, height: 3000 })
  })

  test('without position, camera and other metadata', async () => {
    const bytes = await picture(600, 400, '#123456')
      .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '46/1 50/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const stored = await storeImage(bytes, target)
    if (!stored.ok) throw new Error(stored.code)
    const file = (await target.get(imageKey(stored.value.sha256, 600))) ?? Buffer.alloc(0)
    const { exif, xmp, iptc } = await sharp(file).metadata()
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined])
    expect(file.includes('GPS')).toBe(false)
  })

  test('once, however often it is sent', async () => {
    const bytes = await picture(400, 300, '#654321').png().toBuffer()
    const all = await Promise.all([storeImage(bytes, target), storeImage(bytes, target), storeImage(bytes, target)])
    const keys = new Set(all.map((stored) => (stored.ok ? stored.value.sha256 : stored.code)))
    expect(keys.size).toBe(1)
    const [sha = ''] = keys
    expect(await readdir(join(directory, 'images', sha.slice(0, 2), sha))).toEqual(['400.webp'])
  })
})

test('the largest picture is what the form promises', async () => {
  expect(imageLimits.bytes).toBe(15_000_000)
})
