import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import { localDateOf } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { assignFrom, endOn, takeBack, type AssignmentCode } from '../assignments'
import { findBody } from '../queries.server'
import { readSiteRows, writeSiteChange } from '../read-rows.server'
import type { AssignSiteInput, RowOrder } from '../schema'

type Changed = Verdict<'saved', AssignmentCode | 'unknown_body' | 'unknown_site'>

/** Gives a site a body of its own from a day on, e.g. the operator of its zone. The same once more is a yes. */
export async function assignSite(actor: Actor, input: AssignSiteInput, now = new Date()): Promise<Changed> {
  requireEditing(actor)
  return inTransaction(database(), async (tx) => {
    const body = await findBody(actor, input.body, tx)
    if (body === null) return no('unknown_body')
    const [site] = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Site" WHERE "number" = ${input.number} FOR UPDATE`
    if (site === undefined) return no('unknown_site')
    const rows = await readSiteRows(tx, site.id)
    const { from, until, source } = input
    if (rows.some((row) => row.bodyId === body.id && row.from === from && row.until === until)) return yes('saved')
    const verdict = assignFrom(rows, { bodyId: body.id, from, until }, localDateOf(now))
    if (!verdict.ok) return verdict
    await writeSiteChange(tx, site.id, verdict.value, { source, createdById: idOf(actor) })
    return yes('saved')
  })
}

/** Ends a site's own body on a day, or takes back what has not begun. 404 for an unknown row. */
export async function changeSiteRow(actor: Actor, order: RowOrder, now = new Date()): Promise<Changed> {
  requireEditing(actor)
  return inTransaction(database(), async (tx) => {
    const found = await tx.siteAssignment.findUnique({ where: { id: order.id }, select: { siteId: true } })
    if (found === null) throw notFound()
    await tx.$queryRaw`SELECT "id" FROM "Site" WHERE "id" = ${found.siteId}::uuid FOR UPDATE`
    const rows = await readSiteRows(tx, found.siteId)
    const row = rows.find(({ id }) => id === order.id)
    if (row === undefined) throw notFound()
    const today = localDateOf(now)
    const verdict = order.intent === 'end' ? endOn(row, order.day, today) : takeBack(rows, row, today)
    if (!verdict.ok) return verdict
    await writeSiteChange(tx, found.siteId, verdict.value, { source: '', createdById: idOf(actor) })
    return yes('saved')
  })
}

function requireEditing(actor: Actor): void {
  if (!mayAny(actor, 'responsibility.edit')) throw notFound()
}

function idOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.userId : null
}
