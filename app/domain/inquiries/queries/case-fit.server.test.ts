import type { Person } from '#app/domain/accounts/model'
import { readCaseFit } from '#app/domain/inquiries/queries/case-fit.server'
import { emptyBrief } from '#app/domain/matching/schema'
import { addOfficial, addReference, addSite, monday, registered } from '#tests/builders/inquiry-world'
import { testDatabase } from '#tests/setup/database'
import { expect, test } from 'vitest'

const { db } = await testDatabase()

test('the match beside the conversation is judged by the brief that the inquiry came from', async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  const officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
  const stranger = await addOfficial(db, 'spk-tobol', 'spk_head')
  const { number } = await registered()
  const read = (actor: Person) => readCaseFit(actor, { number, part: 1 }, 'ru', monday)
  const came = (briefCriteria: object) => db.inquiry.update({ where: { number }, data: { briefCriteria } })
  expect(await read(officer)).toBeNull()
  await came({ ...emptyBrief(), needs: { electricity: { min: 400, importance: 'must' } } })
  expect(await read(officer)).toMatchObject({
    needs: [{ criterion: 'electricity' }],
    matches: [{ site: { number: 'BLQ-0042' }, low: 0, high: 1, outcomes: [{ state: 'unknown' }] }],
  })
  expect(await read(stranger)).toBeNull()
  await came({ needs: 'all' })
  expect(await read(officer)).toBeNull()
})
