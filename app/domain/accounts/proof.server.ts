import type { Person } from '#app/domain/accounts/model'
import { checkPassword } from '#app/domain/accounts/queries/check-password.server'
import { isProven } from '#app/domain/accounts/rules'
import { clientOf, redirectAndBack } from '#app/domain/accounts/session.server'
import { no, yes, type No, type Verdict } from '#app/domain/kernel/verdict'
import { database } from '#app/platform/db/database.server'

type Refusal = 'password_missing' | 'password_long' | 'wrong_password' | 'too_many_attempts'

/** What a form is answered whose proof was refused: the fault at its field, and the status. */
export function proofFault({ code, params }: No<Refusal>) {
  return {
    fault: { proof: [`accounts.error.${code}`] },
    params,
    status: code === 'too_many_attempts' ? 429 : 400,
  }
}

/** Whether the person has lately shown, in this session, that they are who they are: by signing in or by `prove`. */
export async function hasProof(person: Person, now = new Date()): Promise<boolean> {
  const session = await database().session.findUnique({ where: { id: person.sessionId }, select: { provenAt: true } })
  return session !== null && isProven(session.provenAt, now)
}

/** For an address that gives something away: asks for the password first when it was given too long ago. */
export async function requireProof(request: Request, person: Person): Promise<void> {
  if (!(await hasProof(person))) throw redirectAndBack(request, '/account/confirm')
}

/** Takes the password, in the field `proof` of a form, as the person's word; not asked for while an earlier one counts. */
export async function prove(
  request: Request,
  person: Person,
  form: FormData,
  now = new Date(),
): Promise<Verdict<null, Refusal>> {
  if (await hasProof(person, now)) return yes(null)
  const password = form.get('proof')
  if (typeof password !== 'string' || password === '') return no('password_missing')
  if (password.length > 200) return no('password_long')
  const verdict = await checkPassword(person, password, clientOf(request).address, now)
  // Everybody knows the password of demo people, who give nothing away that is not made up.
  if (!verdict.ok && verdict.code !== 'demo') return no(verdict.code, verdict.params)
  await database().session.updateMany({ where: { id: person.sessionId }, data: { provenAt: now } })
  return yes(null)
}
