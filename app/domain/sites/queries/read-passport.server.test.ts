import { visitor } from '#app/domain/accounts/model'
import { addAkimats, addOfficial, publishedSite } from '#tests/builders/akimats'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { expect, it } from 'vitest'
import { parseDossier } from '../schema'
import { completenessOf } from '../submission'
import { withholdInternal } from '../withhold-internal'
import { readPassport } from './read-passport.server'

const { db } = await testDatabase()

it('counts what is internal as known, and shows none of it', async () => {
  await emptyTables(db)
  await addAkimats(db)
  const editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
  const number = await publishedSite(editor, await addOfficial(db, 'akimat-balkhash', 'akimat_head', 'Ерлан Омаров'))
  const { kind, publishedVersion } = await db.site.findUniqueOrThrow({
    where: { number },
    select: { kind: true, publishedVersion: { select: { id: true, dossier: true } } },
  })
  const before = parseDossier(publishedVersion?.dossier)
  const responsible = { ...before.responsible, name: 'Асель Нурланова', phone: '+7 71036 0 00 00' }
  const dossier = { ...before, responsible }
  await db.siteVersion.update({ where: { id: publishedVersion?.id ?? '' }, data: { dossier } })

  const site = await readPassport(visitor, number)
  expect(site?.dossier.responsible).toMatchObject({ name: '', phone: '' })
  expect(site?.completeness).toBe(completenessOf(kind, dossier, false).percent)
  expect(site?.completeness).toBeGreaterThan(completenessOf(kind, withholdInternal(dossier), false).percent)
})
