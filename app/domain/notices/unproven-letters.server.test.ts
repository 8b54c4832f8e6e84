import { visitor } from '#app/domain/accounts/model'
import { askToConfirm } from '#app/domain/alerts/commands/ask-to-confirm.server'
import { askToChangeEmail } from '#app/domain/notices/commands/change-email.server'
import { askToSignUp } from '#app/domain/notices/commands/ask-to-sign-up.server'
import { addReference, addSite, submitted } from '#tests/builders/inquiry-world'
import { addPerson, signedIn } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'

const { db } = await testDatabase()
const typed = 'Ваш счёт закрыт, звоните'
const wish = { query: 'town=balkhash', title: typed, rhythm: 'daily' as const }

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
})

async function signUp(email: string) {
  const input = { form: randomUUID(), name: typed, email, locale: 'ru' as const }
  await askToSignUp(visitor, input, { client: randomUUID(), language: 'ru' })
}

it.each<[string, (email: string) => Promise<unknown>]>([
  ['sign_up', signUp],
  ['sign_up_known', async (email) => signUp((await addPerson(db, { email })).email)],
  ['email_change', async (email) => askToChangeEmail(await named(), email, randomUUID())],
  ['inquiry_confirm', (email) => submitted({ email, name: typed, title: typed, text: `${typed} ${typed}` })],
  [
    'subscription_confirm',
    (email) => askToConfirm(visitor, { email, locale: 'ru', wish, ask: null, kept: [] }, randomUUID()),
  ],
])('%s says nothing that a stranger typed', async (template, ask) => {
  const email = `${randomUUID()}@b.kz`
  await ask(email)
  const { subject, text, html } = await db.outboxMessage.findFirstOrThrow({ where: { toAddress: email, template } })
  expect(`${subject} ${text} ${html}`).not.toContain(typed)
  expect(text).toMatch(/^(?:Здравствуйте|Сәлеметсіз бе|Hello)!/)
})

async function named() {
  const person = await signedIn(db, (await addPerson(db)).id)
  return { ...person, name: typed }
}
