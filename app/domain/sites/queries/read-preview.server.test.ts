import type { Person } from '#app/domain/accounts/model'
import { addAkimats, addOfficial, publishedSite } from '#tests/builders/akimats'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { expect, it } from 'vitest'
import { confirmSite } from '../commands/confirm-site.server'
import { openDraft } from '../commands/save-draft.server'
import { readOwnDossier } from './own-sites.server'
import { readPreview } from './read-preview.server'

const { db } = await testDatabase()
const published = new Date('2026-08-01T05:00:00Z')
const later = new Date('2026-08-20T05:00:00Z')

const preview = async (editor: Person, number: string) =>
  readPreview(editor, await readOwnDossier(editor, number, later), later)

it('keeps the days of each group while nothing is in work, and a version in work confirms all of them', async () => {
  await emptyTables(db)
  await addAkimats(db)
  const editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
  const head = await addOfficial(db, 'akimat-balkhash', 'akimat_head', 'Ерлан Омаров')
  const number = await publishedSite(editor, head, published)
  await confirmSite(editor, number, ['land'], later)
  expect((await preview(editor, number)).confirmations.land).toBe(later.toISOString())

  expect((await openDraft(editor, number)).ok).toBe(true)
  expect((await preview(editor, number)).confirmations).toEqual({})
})
