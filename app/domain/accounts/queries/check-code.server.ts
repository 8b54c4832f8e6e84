import type { Person } from '#app/domain/accounts/model'
import { hashRecoveryCode, stepOfCode } from '#app/platform/secrets/totp.server'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import type { Db } from '#app/platform/db/client.server'
import { countInWindow } from '#app/platform/db/count-in-window.server'
import { database } from '#app/platform/db/database.server'
import { openSecret } from '#app/platform/secrets/sealed-secret.server'
import { createHash } from 'node:crypto'

const windowMs = 15 * 60_000
/** Wrong codes of a person in that time, from wherever: one in three hundred thousand is right. */
const maxFailures = 5

/** How a code was right: `recovery` says how many of those codes are left. */
type Taken = { by: 'app' } | { by: 'recovery'; left: number }

/**
 * Whether the person has the app or a recovery code; each code counts once, also when it is sent twice at the same
 * moment. Says `too_many_attempts` with the seconds to wait.
 */
export async function checkCode(
  person: Person,
  code: string,
  now = new Date(),
): Promise<Verdict<Taken, 'wrong_code' | 'too_many_attempts'>> {
  const db = database()
  const key = `code/${createHash('sha256').update(person.userId).digest('base64url')}`
  const { count, startedAt } = await countInWindow(db, key, windowMs, now)
  if (count > maxFailures) {
    return no('too_many_attempts', { seconds: Math.max(1, Math.ceil((startedAt + windowMs - now.getTime()) / 1000)) })
  }
  const taken = (await takeAppCode(db, person.userId, code, now)) ?? (await takeRecoveryCode(db, person.userId, code))
  if (taken === null) return no('wrong_code')
  await db.rateLimit.deleteMany({ where: { key } })
  return yes(taken)
}

async function takeAppCode(db: Db, userId: string, code: string, now: Date): Promise<Taken | null> {
  const factor = await db.secondFactor.findUnique({ where: { userId } })
  if (factor === null) return null
  const step = stepOfCode(openSecret(factor.secret), code, now, factor.lastStep)
  if (step === null) return null
  const { count } = await db.secondFactor.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  return count === 0 ? null : { by: 'app' }
}

async function takeRecoveryCode(db: Db, userId: string, code: string): Promise<Taken | null> {
  const hash = hashRecoveryCode(code)
  const rows = await db.$queryRaw<{ left: number }[]>`
    UPDATE "SecondFactor" SET "recovery" = array_remove("recovery", ${hash})
    WHERE "userId" = ${userId}::uuid AND ${hash} = ANY ("recovery")
    RETURNING cardinality("recovery") AS "left"`
  return rows[0] === undefined ? null : { by: 'recovery', left: rows[0].left }
}
