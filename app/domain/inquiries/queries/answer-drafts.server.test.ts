import { answerPart } from '#app/domain/inquiries/commands/answer-part.server'
import { readAnswerDrafts } from '#app/domain/inquiries/queries/answer-drafts.server'
import { readBodyCase } from '#app/domain/inquiries/queries/body-case.server'
import { addOfficial, addReference, addSite, monday, registered } from '#tests/builders/inquiry-world'
import { addPerson, signedIn } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'

const { db } = await testDatabase()

test('prepared texts are filled in, in the languages of the answer, and only the letter gets the key', async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  const officer = await addOfficial(db, 'spk-saryarka', 'spk_officer', 'Айгерим Жумабаева')
  const auditor = await signedIn(db, (await addPerson(db, { platformRole: 'auditor' })).id)
  const { number, key } = await registered({ email: 'drafts@betpak.kz' })
  const ref = { number, part: 1 }
  const found = await readBodyCase(officer, ref, monday)
  const drafts = await readAnswerDrafts(officer, found, monday)
  expect(new Set(drafts.map(({ language }) => language))).toEqual(new Set(['kk', 'ru']))
  expect(new Set(drafts.map((draft) => draft.key)).size).toBe(drafts.length)
  const greeting = drafts.find(({ language, text }) => language === 'ru' && text.includes(`/ru/inquiries/${number}`))
  expect(greeting?.text).toContain('Ержан Сатпаев')
  expect(greeting?.text).toContain('Айгерим Жумабаева')
  expect(greeting?.text).toContain('29.06.2026')
  expect(greeting?.text).not.toMatch(/\{\{|key=/)
  expect(await readAnswerDrafts(auditor, await readBodyCase(auditor, ref, monday), monday)).toEqual([])

  await answerPart(officer, ref, { form: randomUUID(), text: greeting?.text ?? '', isAnswer: false }, monday)
  const letter = await db.outboxMessage.findFirstOrThrow({
    where: { toAddress: 'drafts@betpak.kz', template: 'inquiry_message' },
  })
  expect(letter.text.match(new RegExp(`/ru/inquiries/${number}\\?key=${key}`, 'g'))).toHaveLength(2)
  expect((await readBodyCase(officer, ref, monday)).talk.at(-1)?.text).not.toContain('key=')
})
