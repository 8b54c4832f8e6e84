import { zipOf } from '#tests/setup/zip'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { diskStorage } from './disk-storage.server'
import { paperKey, paperLimits, storePaper } from './papers.server'

const directory = await mkdtemp(join(tmpdir(), 'alan-papers-'))
const target = diskStorage(directory)
afterAll(() => rm(directory, { recursive: true, force: true }))

/** A PDF whose objects are `objects`; enough for what looks at its names. */
function pdf(...objects: (string | Buffer)[]): Buffer {
  const parts = objects.map((object, index) =>
    Buffer.concat([Buffer.from(`${index + 2} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]),
  )
  const head = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'
  return Buffer.concat([Buffer.from(head), ...parts, Buffer.from('trailer\n<< /Root 1 0 R >>\n%%EOF\n')])
}

function packed(objects: string, type = '/ObjStm'): Buffer {
  return streamOf(deflateSync(objects), type)
}

function streamOf(bytes: Buffer, type = '/ObjStm', filter = '/Filter /FlateDecode'): Buffer {
  const head = `<< /Type ${type} /N 1 /First 4 ${filter} /Length ${bytes.byteLength} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\nendstream')])
}

/** Packed objects of `size` characters, whose last byte is wrong. */
function spoilt(size: number): Buffer {
  const bytes = deflateSync(' '.repeat(size))
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 255
  return streamOf(bytes)
}

/** The part by which an office document is told from another archive. */
function office(format: string): Buffer {
  const type = `application/vnd.openxmlformats-officedocument.${format}.main+xml`
  return zipOf([{ name: '[Content_Types].xml', text: `<Types><Override ContentType="${type}"/></Types>` }])
}

const picture = sharp({ create: { width: 600, height: 400, channels: 3, background: '#fefdfc' } })
const plain = pdf('<< /Type /Pages /Kids [] /Count 0 >>')

describe('what is refused', () => {
  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a text', () => Buffer.from('Техникалық паспорт\n'.repeat(50)), 'paper_type'],
    ['nothing', () => Buffer.alloc(0), 'paper_type'],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'paper_type'],
    [
      'a drawing with scripts',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'paper_type',
    ],
    ['a script', () => Buffer.from('#!/bin/sh\nrm -rf /\n'), 'paper_type'],
    ['a Windows program called PDF', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]), 'paper_program'],
    ['a Linux program', () => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(300)]), 'paper_program'],
    ['an archive', () => zipOf([{ name: 'plan.pdf', text: 'plan' }]), 'paper_archive'],
    ['another archive', () => gzipSync('plan'), 'paper_archive'],
    ['a Word document', () => office('wordprocessingml.document'), 'paper_office'],
    [
      'an old Word document',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'paper_office',
    ],
    ['an Excel sheet', () => office('spreadsheetml.sheet'), 'paper_office'],
    ['a GIF', () => picture.clone().gif().toBuffer(), 'paper_type'],
    ['a PDF cut in half', () => plain.subarray(0, 30), 'pdf_broken'],
    ['a PDF that is no more than a beginning', () => Buffer.from('%PDF-1.7\n%%EOF'), 'pdf_broken'],
    ['a PDF with a password', () => pdf('<< /Encrypt 5 0 R >>'), 'pdf_encrypted'],
    ['a PDF with a script', () => pdf('<< /S /JavaScript /JS (app.alert(1)) >>'), 'pdf_active'],
    ['a PDF with a script whose name is disguised', () => pdf('<< /S /J#61vaScript >>'), 'pdf_active'],
    ['a PDF with a script among packed objects', () => pdf(packed('2 0 << /S /JavaScript >>')), 'pdf_active'],
    ['a PDF that starts a program', () => pdf('<< /S /Launch /F (cmd.exe) >>'), 'pdf_active'],
    ['a PDF with another file', () => pdf('<< /Names << /EmbeddedFiles 5 0 R >> >>'), 'pdf_active'],
    ['a PDF that is a form of scripts', () => pdf('<< /AcroForm << /XFA [] >> >>'), 'pdf_active'],
    [
      'a PDF whose packed objects say so in codes',
      () => pdf(packed('2 0 << /S /JavaScript >>', '/Obj#53tm')),
      'pdf_active',
    ],
    ['a PDF whose packed objects break off', () => pdf(spoilt(1_000)), 'pdf_broken'],
    [
      'a PDF whose objects are packed twice',
      () => pdf(streamOf(Buffer.from(deflateSync('x').toString('hex')), '/ObjStm', '/Filter [/AHx /FlateDecode]')),
      'pdf_broken',
    ],
    ['a PDF with a password and packed objects', () => pdf(spoilt(9), '<< /Encrypt 5 0 R >>'), 'pdf_encrypted'],
    ['a PDF with two halves of a bomb', () => pdf(packed(' '.repeat(21e6)), packed(' '.repeat(21e6))), 'pdf_broken'],
    [
      'a PDF with too many packed objects',
      () => pdf(...Array.from({ length: 5_001 }, () => packed('1'))),
      'pdf_broken',
    ],
    ['a PDF with a bomb', () => pdf(packed(' '.repeat(41_000_000))), 'pdf_broken'],
    ['a scan cut in half', async () => (await picture.clone().png().toBuffer()).subarray(0, 200), 'paper_image_broken'],
    ['31 MB', () => Buffer.concat([plain, Buffer.alloc(31_000_000)]), 'paper_too_large'],
  ])('%s', async (_, make, code) => {
    expect(await storePaper(await make(), target)).toEqual({ ok: false, code })
    expect(await readdir(directory)).toEqual([])
  })
})

describe('what is stored', () => {
  test.each<[string, Buffer]>([
    ['a PDF', plain],
    ['a PDF with packed objects', pdf(packed('2 0 << /Type /Page >>'))],
    ['a PDF with objects in streams that are not packed', pdf(streamOf(Buffer.from('2 0 << >>'), '/ObjStm', ''))],
    ['a PDF that opens at a page', pdf('<< /OpenAction [3 0 R /Fit] >>')],
    ['a PDF whose page has the letters of a name', pdf(packed('(/JavaScript) Tj', '/XObject'))],
    ['a PDF with a name that begins alike', pdf('<< /JSomething /Launcher >>')],
  ])('%s as it was sent', async (_, bytes) => {
    const stored = await storePaper(bytes, target)
    if (!stored.ok) throw new Error(stored.code)
    expect(stored.value).toMatchObject({ contentType: 'application/pdf', bytes: bytes.byteLength })
    expect((await target.get(paperKey(stored.value.sha256, 'application/pdf')))?.equals(bytes)).toBe(true)
  })

  test.each(['jpeg', 'png', 'webp'] as const)('a scan as %s without its position', async (format) => {
    const sent = await picture
      .clone()
      .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '46/1 50/1 0/1' } })
      [format]()
      .toBuffer()
    expect((await sharp(sent).metadata()).exif).toBeDefined()
    const stored = await storePaper(sent, target)
    if (!stored.ok) throw new Error(stored.code)
    expect(stored.value.contentType).toBe(`image/${format}`)
    const kept = await target.get(paperKey(stored.value.sha256, stored.value.contentType))
    const { exif, xmp, width } = await sharp(kept ?? Buffer.alloc(0)).metadata()
    expect([exif, xmp, width]).toEqual([undefined, undefined, 600])
  })

  test('many objects that fail at their end cost no more than one', async () => {
    const object = spoilt(39_000_000)
    const bytes = pdf(...Array.from({ length: 40 }, () => object))
    const begun = performance.now()
    await storePaper(pdf(object), target)
    const one = performance.now() - begun
    const startedAt = performance.now()
    expect(await storePaper(bytes, target)).toEqual({ ok: false, code: 'pdf_broken' })
    expect(performance.now() - startedAt).toBeLessThan(10 * one + 200)
  })

  test('a large PDF is looked at in a moment', async () => {
    const content = Buffer.alloc(paperLimits.bytes - 4_000, 'stream of a page ')
    const bytes = pdf(Buffer.concat([Buffer.from('<< /Length 9 >>\nstream\n'), content, Buffer.from('\nendstream')]))
    const startedAt = performance.now()
    expect(await storePaper(bytes, target)).toMatchObject({ ok: true })
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})
