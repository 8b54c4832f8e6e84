import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import { localDateOf, localDateOfUtcMidnight, utcMidnightOf } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, isUniqueConflict } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import type { PromiseForm } from '../schema'

/** `past`: cases have been registered by what held then. `conflict`: somebody saved since the page was opened. */
type Code = 'past' | 'conflict'

/** Plans what the service promises to cases registered from a day to come on. */
export async function planPromise(
  actor: Actor,
  { newest, from, ...promise }: PromiseForm,
  now = new Date(),
): Promise<Verdict<{ version: number }, Code>> {
  requireEditing(actor)
  if (from <= localDateOf(now)) return no('past')
  const createdById = actor.kind === 'person' ? actor.userId : null
  const data = { ...promise, validFrom: utcMidnightOf(from), createdById }
  try {
    return await inTransaction(database(), async (tx) => {
      const last = await tx.promiseVersion.findFirst({ orderBy: { version: 'desc' } })
      if ((last?.version ?? 0) !== newest) {
        // The same form once more.
        const isSame = last?.version === newest + 1 && (await tx.promiseVersion.count({ where: data })) > 0
        return isSame ? yes({ version: last.version }) : no('conflict')
      }
      const { version } = await tx.promiseVersion.create({ data: { ...data, version: newest + 1 } })
      return yes({ version })
    })
  } catch (error) {
    if (isUniqueConflict(error)) return no('conflict')
    throw error
  }
}

/** Takes a version back before its first day. */
export async function cancelPromise(
  actor: Actor,
  version: number,
  now = new Date(),
): Promise<Verdict<'saved', 'past'>> {
  requireEditing(actor)
  return inTransaction(database(), async (tx) => {
    const row = await tx.promiseVersion.findUnique({ where: { version } })
    if (row === null) throw notFound()
    if (localDateOfUtcMidnight(row.validFrom) <= localDateOf(now)) return no('past')
    await tx.promiseVersion.update({ where: { version }, data: { canceledAt: row.canceledAt ?? now } })
    return yes('saved')
  })
}

function requireEditing(actor: Actor): void {
  if (!mayAny(actor, 'terms.edit')) throw notFound()
}
