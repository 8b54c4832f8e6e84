import { readFigures } from '#app/domain/inquiries/figures/queries.server'
import { addOfficial, addReference, addSite, monday, registered } from '#tests/builders/inquiry-world'
import { testDatabase } from '#tests/setup/database'
import { expect, it } from 'vitest'

const { db } = await testDatabase()

it('counts the breach of a late case before anybody has recorded it, and the stars of a rated one', async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  const head = await addOfficial(db, 'spk-saryarka', 'spk_head', 'Ерлан Омаров')
  const { number } = await registered({}, monday)
  const inTime = await readFigures(head, new Date('2026-06-09T05:00:00Z'))
  expect(inTime.whole).toMatchObject({ late: 0, breaches: 0, promiseShare: null, rated: 0, stars: null })
  // A Saturday: the job that records breaches waits for the office to open.
  const late = await readFigures(head, new Date('2026-06-13T05:00:00Z'))
  expect(late.whole).toMatchObject({ late: 1, breaches: 1, promiseShare: 0 })
  const { id } = await db.inquiryPart.findFirstOrThrow({ where: { inquiry: { number } } })
  await db.inquiryRating.create({ data: { partId: id, stars: 4, text: '', ratedAt: monday, changedAt: monday } })
  expect((await readFigures(head, monday)).whole).toMatchObject({ rated: 1, stars: 4 })
})
