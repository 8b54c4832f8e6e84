import type { Person } from '#app/domain/accounts/model'
import { checkCode } from '#app/domain/accounts/queries/check-code.server'
import { isOfficial } from '#app/domain/accounts/rules'
import { makeRecoveryCodes, openOffer, stepOfCode } from '#app/platform/secrets/totp.server'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { tellAccountChange } from '#app/domain/notices/tell-account.server'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { sealSecret } from '#app/platform/secrets/sealed-secret.server'

/**
 * Lets the session in that waits for its code; a letter tells when it was a recovery code. Says no as `checkCode` does.
 */
export async function passSecondFactor(
  person: Person,
  code: string,
  now = new Date(),
): Promise<Verdict<null, 'wrong_code' | 'too_many_attempts'>> {
  const verdict = await checkCode(person, code, now)
  if (!verdict.ok) return verdict
  await inTransaction(database(), async (tx) => {
    await tx.session.updateMany({ where: { id: person.sessionId }, data: { factorAt: now, provenAt: now } })
    if (verdict.value.by === 'recovery') await tellAccountChange(tx, person, 'recovery_used', now)
  })
  return yes(null)
}

/**
 * From now on the person signs in with a code of the app that got `offer`; it shows with `code` that it works, and not
 * who they are: that is asked before. All other sessions end, a letter tells. Answers with the recovery codes, which
 * nobody can read again. Says `stale_offer` when the offer was not made to this person, and `demo` for people whose
 * password is public.
 */
export async function turnOnSecondFactor(
  person: Person,
  { offer, code }: { offer: string; code: string },
  now = new Date(),
): Promise<Verdict<{ codes: string[] }, 'wrong_first_code' | 'stale_offer' | 'demo'>> {
  const secret = openOffer(person.userId, offer)
  if (secret === null) return no('stale_offer')
  const lastStep = stepOfCode(secret, code, now)
  if (lastStep === null) return no('wrong_first_code')
  const { userId, sessionId } = person
  const { codes, hashes } = makeRecoveryCodes()
  const factor = { secret: sealSecret(secret), lastStep, recovery: hashes, createdAt: now }
  return inTransaction(database(), async (tx) => {
    if ((await tx.user.count({ where: { id: userId, isDemo: true } })) > 0) return no('demo')
    await tx.secondFactor.upsert({ where: { userId }, create: { userId, ...factor }, update: factor })
    await tx.session.updateMany({ where: { id: sessionId }, data: { factorAt: now } })
    await tx.session.deleteMany({ where: { userId, NOT: { id: sessionId } } })
    await tellAccountChange(tx, person, 'factor_on', now)
    return yes({ codes })
  })
}

/** Ten other recovery codes; the earlier ones are worth nothing any more. Null when no second factor is on. */
export async function renewRecoveryCodes(person: Person, now = new Date()): Promise<{ codes: string[] } | null> {
  const { codes, hashes } = makeRecoveryCodes()
  return inTransaction(database(), async (tx) => {
    const where = { userId: person.userId }
    const { count } = await tx.secondFactor.updateMany({ where, data: { recovery: hashes } })
    if (count === 0) return null
    await tellAccountChange(tx, person, 'recovery_new', now)
    return { codes }
  })
}

/**
 * The password alone is enough again, but not for sessions that wait for a code: they end. Says `required` for officials,
 * who replace the app instead.
 */
export async function turnOffSecondFactor(person: Person, now = new Date()): Promise<Verdict<null, 'required'>> {
  if (isOfficial(person)) return no('required')
  await inTransaction(database(), async (tx) => {
    const { userId, sessionId } = person
    const { count } = await tx.secondFactor.deleteMany({ where: { userId } })
    if (count === 0) return
    await tx.session.deleteMany({ where: { userId, factorAt: null, NOT: { id: sessionId } } })
    await tx.session.updateMany({ where: { userId }, data: { factorAt: null } })
    await tellAccountChange(tx, person, 'factor_off', now)
  })
  return yes(null)
}
