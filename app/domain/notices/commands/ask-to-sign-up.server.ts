import { consentGiven } from '#app/domain/accounts/consents'
import type { Actor } from '#app/domain/accounts/model'
import { signUpHours } from '#app/domain/accounts/rules'
import type { SignUpInput } from '#app/domain/accounts/schema'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { hide, mayAskForLetter } from '#app/domain/notices/letter-limits.server'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { inTransaction, isUniqueConflict, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { pathIn, type Language } from '#app/platform/i18n/language'
import { hashLinkSecret } from '#app/platform/secrets/link-secret.server'
import { signatureOf } from '#app/platform/secrets/signature.server'

const hourMs = 3_600_000

/**
 * Sends the letter whose link makes an account. The answer is the same for an address that has one: its letter says so
 * and leads to the sign-in. The same form sent twice is one letter. Says `too_many` above the limits of an hour.
 */
export async function askToSignUp(
  _actor: Actor,
  input: SignUpInput,
  { client, language }: { client: string; language: Language },
  now = new Date(),
): Promise<Verdict<null, 'too_many'>> {
  const db = database()
  const reference = makeReference(input)
  const token = signatureOf(`sign-up/${reference}`)
  const tokenHash = hashLinkSecret(token)
  const isRepeat = (await db.outboxMessage.count({ where: { dedupeKey: dedupeKeyOf(reference) } })) > 0
  if (isRepeat) return yes(null)
  if (!(await mayAskForLetter(db, 'sign-up', { email: input.email, client }, now))) return no('too_many')
  const expiresAt = new Date(now.getTime() + signUpHours * hourMs)
  try {
    await inTransaction(db, (tx) =>
      order(tx, { input, reference, token, tokenHash, expiresAt, consent: consentGiven(language, now) }),
    )
  } catch (error) {
    if (!isUniqueConflict(error)) throw error
  }
  return yes(null)
}

type Order = {
  input: SignUpInput
  reference: string
  token: string
  tokenHash: string
  expiresAt: Date
  consent: ReturnType<typeof consentGiven>
}

async function order(tx: Tx, { input, reference, token, tokenHash, expiresAt, consent }: Order): Promise<void> {
  const { email, name, locale } = input
  const isKnown = (await tx.user.count({ where: { email } })) > 0
  if (!isKnown) await tx.signUp.create({ data: { email, name, locale, tokenHash, expiresAt, ...consent } })
  const query = new URLSearchParams({ token })
  await queueNotice(tx, {
    template: isKnown ? 'sign_up_known' : 'sign_up',
    locale,
    to: email,
    dedupeKey: dedupeKeyOf(reference),
    data: {
      name: null,
      link: pathIn(locale, isKnown ? '/sign-in' : `/sign-up/confirm?${query}`),
      expiresAt: expiresAt.toISOString(),
    },
  })
}

function makeReference({ form, ...content }: SignUpInput): string {
  return hide(JSON.stringify([form, Object.entries(content).sort()]))
}

function dedupeKeyOf(reference: string): string {
  return `sign_up:${reference}`
}
