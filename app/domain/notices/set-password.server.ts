import type { Tx } from '#app/platform/db/client.server'

type NewPassword = {
  /** Its hash */
  password: string
  /** The session that goes on; all others end. */
  keptSessionId: string | null
}

/** Whoever knew the old password, or holds an older link or session, is out. */
export async function setPassword(
  tx: Tx,
  userId: string,
  { password, keptSessionId }: NewPassword,
  now: Date,
): Promise<void> {
  const { count } = await tx.account.updateMany({ where: { userId, providerId: 'credential' }, data: { password } })
  if (count === 0) await tx.account.create({ data: { userId, accountId: userId, providerId: 'credential', password } })
  await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } })
  await tx.emailChange.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } })
  await tx.session.deleteMany({ where: { userId, ...(keptSessionId === null ? {} : { NOT: { id: keptSessionId } }) } })
}
