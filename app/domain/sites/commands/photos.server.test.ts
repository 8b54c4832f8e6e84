import type { Person } from '#app/domain/accounts/model'
import { visitor } from '#app/domain/accounts/model'
import { openFile } from '#app/domain/sites/queries/open-file.server'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { addAkimats, addOfficial, fillRequired, startSite } from '#tests/builders/akimats'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { publishVersion, submitForReview } from './review.server'
import { openDraft, saveDraft } from './save-draft.server'
import { uploadPhotos } from './upload-photos.server'

const { db } = await testDatabase()
const directory = await mkdtemp(join(tmpdir(), 'alan-photos-'))
process.env.DATA_DIR = directory
afterAll(() => rm(directory, { recursive: true, force: true }))

let editor: Person

beforeEach(async () => {
  await emptyTables(db)
  await addAkimats(db)
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
})

const picture = (background: string) =>
  sharp({ create: { width: 700, height: 500, channels: 3, background } })
    .jpeg()
    .toBuffer()

function upload(...files: [name: string, bytes: Buffer][]): Request {
  const form = new FormData()
  for (const [name, bytes] of files) form.append('photos', new File([new Uint8Array(bytes)], name))
  return new Request('http://alan.test/', { method: 'POST', body: form })
}

const photosOf = async (number: string) => (await readOwnDossier(editor, number)).version?.dossier.photos ?? []

test('of several files the pictures are taken and the others named', async () => {
  const number = await startSite(editor)
  const request = upload(['yard.jpg', await picture('#aabbcc')], ['plan.jpg', Buffer.from('only words '.repeat(99))])
  expect(await uploadPhotos(editor, number, request)).toEqual({
    ok: true,
    value: { faults: [{ file: 'plan.jpg', code: 'not_an_image' }] },
  })
  expect(await photosOf(number)).toHaveLength(1)
})

test('a photograph of 50 MB is named, and nothing is stored', async () => {
  const number = await startSite(editor)
  expect(await uploadPhotos(editor, number, upload(['huge.jpg', Buffer.alloc(50_000_000, 1)]))).toMatchObject({
    value: { faults: [{ file: 'huge.jpg', code: 'image_too_large' }] },
  })
  expect(await db.siteFile.count()).toBe(0)
})

test('the same picture twice is one, and no file at all is said', async () => {
  const number = await startSite(editor)
  const bytes = await picture('#ddeeff')
  await uploadPhotos(editor, number, upload(['a.jpg', bytes]))
  await uploadPhotos(editor, number, upload(['b.jpg', bytes]))
  expect(await photosOf(number)).toHaveLength(1)
  expect(await uploadPhotos(editor, number, upload())).toMatchObject({
    value: { faults: [{ file: '', code: 'file_missing' }] },
  })
})

test('nobody uploads to another akimat', async () => {
  const number = await startSite(editor)
  const stranger = await addOfficial(db, 'akimat-temirtau', 'akimat_editor')
  await expect(uploadPhotos(stranger, number, upload(['a.jpg', await picture('#112233')]))).rejects.toMatchObject({
    status: 404,
  })
})

test('a picture is open to all only while the public dossier shows it', async () => {
  const head = await addOfficial(db, 'akimat-balkhash', 'akimat_head')
  const stranger = await addOfficial(db, 'akimat-temirtau', 'akimat_head')
  const number = await startSite(editor)
  await uploadPhotos(editor, number, upload(['yard.jpg', await picture('#445566')]))
  const [photo] = await photosOf(number)
  const fileId = photo?.fileId ?? ''
  const seenBy = async () => {
    const open = await Promise.all([editor, head, stranger, visitor].map((actor) => openFile(actor, fileId, 480)))
    return open.map((file) => file && (file.isPublic ? 'public' : 'own'))
  }
  expect(await seenBy()).toEqual(['own', 'own', null, null])

  await saveDraft(editor, number, null, fillRequired)
  await submitForReview(editor, number)
  await publishVersion(head, number)
  expect(await seenBy()).toEqual(['public', 'public', 'public', 'public'])

  await openDraft(editor, number)
  await saveDraft(editor, number, null, (dossier) => ({ ...dossier, photos: [] }))
  await submitForReview(editor, number)
  await publishVersion(head, number)
  expect(await seenBy()).toEqual(['own', 'own', null, null])
})

test('an unknown file or width is nothing', async () => {
  expect(await openFile(editor, 'not-an-id', 480)).toBeNull()
  expect(await openFile(editor, '01a20426-cc2c-7108-bd48-3df43d6de9d2', 480)).toBeNull()
})
