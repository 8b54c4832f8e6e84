import { visitor, type Actor } from '#app/domain/accounts/model'
import type { AccessLevel } from '#app/domain/sites/choices'
import { parseDossier } from '#app/domain/sites/schema'
import { openPaper, openPhoto } from '#app/domain/sites/queries/open-file.server'
import { noText } from '#app/domain/sites/uploads'
import { addOfficial, addReference, addSite, registered } from '#tests/builders/inquiry-world'
import { addPerson, signedIn } from '#tests/builders/people'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeAll, expect, test } from 'vitest'
import { hasCaseOn } from './has-case.server'

const { db } = await testDatabase()

const levels: (AccessLevel | 'draft')[] = ['public', 'registered', 'on_request', 'draft']
const actors: Record<string, Actor> = { visitor }
const files: Record<string, { photo: string; paper: string }> = {}

beforeAll(async () => {
  await emptyTables(db)
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  for (const town of ['balkhash', 'temirtau']) {
    const { regionKey } = await db.town.findUniqueOrThrow({ where: { key: town } })
    const names = { name: town, nameKk: town, nameRu: town, nameEn: town }
    await db.organization.upsert({
      where: { slug: `akimat-${town}` },
      create: { slug: `akimat-${town}`, kind: 'akimat', ...names, townKey: town, regionKey },
      update: {},
    })
    actors[`${town} editor`] = await addOfficial(db, `akimat-${town}`, 'akimat_editor')
  }
  actors.investor = await signedIn(db, (await addPerson(db)).id)
  actors.auditor = await signedIn(db, (await addPerson(db, { platformRole: 'auditor' })).id)
  actors['officer with the case'] = await addOfficial(db, 'spk-saryarka', 'spk_officer')
  actors['officer of another region'] = await addOfficial(db, 'spk-ertis', 'spk_officer')
  for (const level of levels) await addFiles(level)
  await registered({ site: ['BLQ-0042'] })
})

async function addFiles(level: AccessLevel | 'draft') {
  const site = await db.site.findUniqueOrThrow({ where: { number: 'BLQ-0042' }, include: { publishedVersion: true } })
  const add = async (kind: 'photo' | 'paper') => {
    const contentType = kind === 'photo' ? 'image/webp' : 'application/pdf'
    const shape = kind === 'photo' ? { width: 480, height: 300, widths: [480] } : { fileName: 'act.pdf' }
    const data = { siteId: site.id, sha256: `${kind}-${level}`, contentType, bytes: 1, kind, ...shape }
    return (await db.siteFile.create({ data })).id
  }
  const [photo, paper] = [await add('photo'), await add('paper')]
  files[level] = { photo, paper }
  if (level === 'draft' || site.publishedVersion === null) return
  const dossier = parseDossier(site.publishedVersion.dossier)
  dossier.photos.push({ fileId: photo, alt: noText, access: level })
  dossier.papers.push({ fileId: paper, kind: 'land_act', title: noText, access: level })
  await db.siteVersion.update({ where: { id: site.publishedVersion.id }, data: { dossier } })
}

/** `all`: every visitor may; `some`: this actor may; null: it does not exist. */
async function seenBy(actor: Actor, level: string): Promise<(string | null)[]> {
  const { photo = '', paper = '' } = files[level] ?? {}
  const asked = (siteId: string) => hasCaseOn(actor, siteId)
  const opened = [await openPhoto(actor, photo, 480, 'webp', asked), await openPaper(actor, paper, asked)]
  return opened.map((file) => file && (file.isPublic ? 'all' : 'some'))
}

test.each([
  ['visitor', ['all', null, null, null]],
  ['investor', ['all', 'some', null, null]],
  ['balkhash editor', ['all', 'some', 'some', 'some']],
  ['temirtau editor', ['all', 'some', null, null]],
  ['officer with the case', ['all', 'some', 'some', null]],
  ['officer of another region', ['all', 'some', null, null]],
  ['auditor', ['all', 'some', 'some', 'some']],
])('%s opens public, registered, on request and drafts: %j', async (name, expected) => {
  const actor = actors[name] ?? visitor
  const seen = await Promise.all(levels.map((level) => seenBy(actor, level)))
  expect(seen).toEqual(expected.map((access) => [access, access]))
})

test('what the public version does not name any more is a draft again', async () => {
  const site = await db.site.findUniqueOrThrow({ where: { number: 'BLQ-0042' } })
  const before = await db.siteVersion.findUniqueOrThrow({ where: { id: site.publishedVersionId ?? '' } })
  const dossier = { ...parseDossier(before.dossier), photos: [], papers: [] }
  await db.siteVersion.update({ where: { id: before.id }, data: { dossier } })
  expect(await seenBy(visitor, 'public')).toEqual([null, null])
  expect(await seenBy(actors['balkhash editor'] ?? visitor, 'public')).toEqual(['some', 'some'])
  await db.siteVersion.update({ where: { id: before.id }, data: { dossier: parseDossier(before.dossier) } })
})

test('a photograph of the first format of the dossier has no level and is public', async () => {
  const site = await db.site.findUniqueOrThrow({ where: { number: 'BLQ-0042' } })
  const fileId = files.draft?.photo ?? ''
  const dossier = { photos: [{ fileId, alt: noText }] }
  const version = await db.siteVersion.create({ data: { siteId: site.id, sequence: 2, state: 'published', dossier } })
  await db.site.update({ where: { id: site.id }, data: { publishedVersionId: version.id } })
  expect(await seenBy(visitor, 'draft')).toEqual(['all', null])
})

test('an unknown file, width or kind is nothing', async () => {
  const { photo = '', paper = '' } = files.registered ?? {}
  const editor = actors['balkhash editor'] ?? visitor
  const nobody = () => Promise.resolve(false)
  expect(await openPhoto(editor, 'not-an-id', 480, 'webp', nobody)).toBeNull()
  expect(await openPhoto(editor, '01a20426-cc2c-7108-bd48-3df43d6de9d2', 480, 'webp', nobody)).toBeNull()
  expect(await openPhoto(editor, photo, 481, 'webp', nobody)).toBeNull()
  expect(await openPhoto(editor, paper, 480, 'webp', nobody)).toBeNull()
  expect(await openPaper(editor, photo, nobody)).toBeNull()
})
