import type { Person } from '#app/domain/accounts/model'
import { imageKey } from '#app/platform/storage/images.server'
import { storage } from '#app/platform/storage/storage.server'
import { addAkimats, addOfficial, startSite, submittedSite } from '#tests/builders/akimats'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { makeAvif } from '../make-avif.server'
import { openPhoto } from '../queries/open-file.server'
import { readOwnDossier } from '../queries/own-sites.server'
import { noText, type UploadList } from '../uploads'
import { attachFiles, restoreEntry } from './attach-files.server'
import { saveDraft } from './save-draft.server'
import { uploadFile, uploadFiles } from './upload-files.server'

const { db } = await testDatabase()
const directory = await mkdtemp(join(tmpdir(), 'alan-files-'))
process.env.DATA_DIR = directory
afterAll(() => rm(directory, { recursive: true, force: true }))

let editor: Person
let number: string

beforeEach(async () => {
  await emptyTables(db)
  await addAkimats(db)
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
  number = await startSite(editor)
})

const picture = (background: string) =>
  sharp({ create: { width: 700, height: 500, channels: 3, background } })
    .jpeg()
    .toBuffer()

const pdf = (text: string) =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n% ${text}\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`)

type Sent = [list: UploadList, name: string, bytes: Buffer]

function form(...files: Sent[]): Request {
  const data = new FormData()
  for (const [list, name, bytes] of files) data.append(list, new File([new Uint8Array(bytes)], name))
  return new Request('http://alan.test/', { method: 'POST', body: data })
}

const send = (...files: Sent[]) => uploadFiles(editor, number, form(...files), 'kk')
const draft = async () => {
  const { version } = await readOwnDossier(editor, number)
  if (version === null) throw new Error('no draft')
  return version.dossier
}
const fileIds = async (list: UploadList) => (await draft())[list].map(({ fileId }) => fileId)

const entry = (index: number) => ({
  fileId: `01a20426-cc2c-7108-bd48-${String(index).padStart(12, '0')}`,
  ...{ kind: 'other' as const, title: noText, access: 'public' as const },
})

describe('the upload form', () => {
  test('takes what it can and names the others', async () => {
    const verdict = await send(
      ['photos', 'yard.jpg', await picture('#aabbcc')],
      ['photos', 'plan.jpg', Buffer.from('only words '.repeat(99))],
      ['papers', 'Жер актісі.pdf', pdf('act')],
      ['papers', 'setup.pdf', Buffer.from(`MZ${'\0'.repeat(300)}`)],
    )
    expect(verdict).toEqual({
      ok: true,
      value: {
        faults: [
          { list: 'photos', file: 'plan.jpg', code: 'not_an_image' },
          { list: 'papers', file: 'setup.pdf', code: 'paper_program' },
        ],
      },
    })
    const { photos, papers } = await draft()
    expect(photos).toMatchObject([{ alt: noText, access: 'public' }])
    expect(papers).toMatchObject([{ kind: 'other', title: { ...noText, kk: 'Жер актісі' }, access: 'on_request' }])
  })

  test('a photograph of 50 MB is named, and nothing is stored', async () => {
    expect(await send(['photos', 'huge.jpg', Buffer.alloc(50_000_000, 1)])).toMatchObject({
      value: { faults: [{ file: 'huge.jpg', code: 'image_too_large' }] },
    })
    expect(await db.siteFile.count()).toBe(0)
  })

  test('the same file twice is one, and no file at all is said', async () => {
    const bytes = await picture('#ddeeff')
    await send(['photos', 'a.jpg', bytes], ['papers', 'a.pdf', pdf('one')])
    await send(['photos', 'b.jpg', bytes], ['papers', 'b.pdf', pdf('one')])
    expect([(await fileIds('photos')).length, (await fileIds('papers')).length]).toEqual([1, 1])
    expect(await send()).toMatchObject({ value: { faults: [{ file: '', code: 'file_missing' }] } })
  })

  test('one picture may be a photograph and a paper', async () => {
    const bytes = await picture('#123456')
    await send(['photos', 'a.jpg', bytes], ['papers', 'a.jpg', bytes])
    expect(await db.siteFile.count({ where: { widths: { isEmpty: true }, kind: 'paper' } })).toBe(1)
    expect(await db.siteFile.count({ where: { widths: { isEmpty: false }, kind: 'photo' } })).toBe(1)
  })

  test('more than fits is refused by name', async () => {
    await saveDraft(editor, number, null, (dossier) => ({
      ...dossier,
      papers: Array.from({ length: 99 }, (_, index) => entry(index)),
    }))
    const verdict = await send(['papers', 'fits.pdf', pdf('fits')], ['papers', 'over.pdf', pdf('over')])
    expect(verdict).toMatchObject({ value: { faults: [{ file: 'over.pdf', code: 'too_many_papers' }] } })
    expect(await fileIds('papers')).toHaveLength(100)
  })

  test('what found room no longer when it arrived is refused by name', async () => {
    const sent = form(['papers', 'fits.pdf', pdf('fits')], ['papers', 'over.pdf', pdf('over')])
    const bytes = new Uint8Array(await sent.clone().arrayBuffer())
    const fill = () =>
      saveDraft(editor, number, null, (dossier) => ({
        ...dossier,
        papers: Array.from({ length: 99 }, (_, index) => entry(index)),
      }))
    // Somebody else fills the list between the beginning of the request and its files.
    const body = new ReadableStream(
      {
        async pull(controller) {
          await fill()
          controller.enqueue(bytes)
          controller.close()
        },
      },
      { highWaterMark: 0 },
    )
    const late = new Request('http://alan.test/', {
      ...{ method: 'POST', headers: sent.headers, body, duplex: 'half' },
    } as RequestInit)
    const verdict = await uploadFiles(editor, number, late, 'kk')
    expect(verdict).toEqual({
      ok: true,
      value: { faults: [{ list: 'papers', file: 'over.pdf', code: 'too_many_papers' }] },
    })
    expect(await fileIds('papers')).toHaveLength(100)
  })

  test('nobody uploads to another akimat, or to what is in review', async () => {
    const stranger = await addOfficial(db, 'akimat-temirtau', 'akimat_editor')
    const one = form(['photos', 'a.jpg', await picture('#112233')])
    await expect(uploadFiles(stranger, number, one, 'ru')).rejects.toMatchObject({ status: 404 })
    number = await submittedSite(editor)
    expect(await send(['photos', 'a.jpg', await picture('#112233')])).toEqual({ ok: false, code: 'in_review' })
  })
})

describe('one file at a time', () => {
  const sendOne = async (list: UploadList, name: string, bytes: Buffer) =>
    uploadFile(editor, number, list, form([list, name, bytes]))

  test('is stored first and joins the draft afterwards, in the order that is named', async () => {
    const verdicts = [
      await sendOne('photos', 'a.jpg', await picture('#000001')),
      await sendOne('photos', 'b.jpg', await picture('#f00002')),
    ]
    expect(await fileIds('photos')).toEqual([])
    const stored = verdicts.map((verdict) => (verdict.ok ? verdict.value.fileId : verdict.code))
    await attachFiles(editor, number, 'photos', stored.toReversed(), 'ru')
    await attachFiles(editor, number, 'photos', stored, 'ru')
    expect(await fileIds('photos')).toEqual(stored.toReversed())
  })

  test('a wrong one is named', async () => {
    expect(await sendOne('papers', 'a.zip', Buffer.from('PK\u0003\u0004nothing else'))).toEqual({
      ok: false,
      code: 'paper_archive',
    })
    const nothing = new Request('http://alan.test/', { method: 'POST', body: new FormData() })
    expect(await uploadFile(editor, number, 'photos', nothing)).toEqual({ ok: false, code: 'file_missing' })
  })

  test('those for which there is no room are named', async () => {
    const stored: string[] = []
    for (let index = 0; index < 32; index += 1) {
      const color = `#${(index * 8).toString(16).padStart(2, '0')}7f00`
      const verdict = await sendOne('photos', `${index}.jpg`, await picture(color))
      if (verdict.ok) stored.push(verdict.value.fileId)
    }
    const verdict = await attachFiles(editor, number, 'photos', stored, 'ru')
    expect(verdict).toMatchObject({ value: { leftOut: stored.slice(30) } })
    expect(await fileIds('photos')).toEqual(stored.slice(0, 30))
    expect(stored).toHaveLength(32)
  })

  test('what is no file of this site, or of another kind, joins nothing', async () => {
    const own = number
    const verdict = await sendOne('photos', 'a.jpg', await picture('#334455'))
    const fileId = verdict.ok ? verdict.value.fileId : ''
    await attachFiles(editor, own, 'papers', [fileId], 'ru')
    expect(await fileIds('papers')).toEqual([])
    number = await startSite(editor)
    await attachFiles(editor, number, 'photos', [fileId], 'ru')
    expect(await fileIds('photos')).toEqual([])
  })
})

test('what was removed comes back to its place with its words', async () => {
  for (const color of ['#000000', '#777777', '#ffffff']) await send(['photos', 'a.jpg', await picture(color)])
  const before = (await draft()).photos.map((photo) => ({ ...photo, alt: { ...noText, ru: 'Двор' } }))
  const entry = before[1]
  if (entry === undefined) throw new Error('no second photograph')
  const others = before.filter((photo) => photo !== entry)
  await saveDraft(editor, number, null, (dossier) => ({ ...dossier, photos: others }))
  await restoreEntry(editor, number, { list: 'photos', index: 1, entry })
  await restoreEntry(editor, number, { list: 'photos', index: 1, entry })
  expect((await draft()).photos).toEqual(before)
  const unknown = { ...entry, fileId: '01a20426-cc2c-7108-bd48-3df43d6de9d2' }
  await restoreEntry(editor, number, { list: 'photos', index: 0, entry: unknown })
  expect((await draft()).photos).toEqual(before)
})

test('AVIF is made once, and until then WebP is given out', async () => {
  await send(['photos', 'a.jpg', await picture('#556677')])
  const [fileId = ''] = await fileIds('photos')
  const open = async () => {
    const file = await openPhoto(editor, fileId, 480, 'avif', () => Promise.resolve(false))
    return file && { type: file.contentType, isPreliminary: file.isPreliminary }
  }
  expect(await open()).toEqual({ type: 'image/webp', isPreliminary: true })
  const { sha256 } = await db.siteFile.findUniqueOrThrow({ where: { id: fileId } })
  await makeAvif(db, storage(), sha256)
  expect(await open()).toEqual({ type: 'image/avif', isPreliminary: false })
  const bytes = await storage().get(imageKey(sha256, 480, 'avif'))
  expect(await sharp(bytes ?? Buffer.alloc(0)).metadata()).toMatchObject({ compression: 'av1', width: 480 })
})
