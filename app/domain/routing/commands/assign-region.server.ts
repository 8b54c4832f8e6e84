import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import { localDateOf } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { assignFrom, endOn, takeBack, type AssignmentCode } from '../assignments'
import { findBody } from '../queries.server'
import { readRegionRows, writeRegionChange } from '../read-rows.server'
import type { AssignInput, RowOrder } from '../schema'

type Changed = Verdict<'saved', AssignmentCode | 'unknown_body'>

/** Lets a body serve a region from a day on; whoever served until then ends on that day. The same once more is a yes. */
export function assignRegion(actor: Actor, regionKey: string, input: AssignInput, now = new Date()): Promise<Changed> {
  return changeRegion(actor, regionKey, async (tx) => {
    const body = await findBody(actor, input.body, tx)
    if (body === null || body.kind === 'akimat') return no('unknown_body')
    const rows = await readRegionRows(tx, regionKey)
    const order = { bodyId: body.id, from: input.from, until: input.until }
    if (rows.some((row) => row.bodyId === body.id && row.from === input.from && row.until === input.until)) {
      return yes('saved')
    }
    const verdict = assignFrom(rows, order, localDateOf(now))
    if (!verdict.ok) return verdict
    await writeRegionChange(tx, regionKey, verdict.value, { source: input.source })
    return yes('saved')
  })
}

/** Ends the service of a row on a day, or takes back one that has not begun. 404 for a row of another region. */
export function changeRegionRow(actor: Actor, regionKey: string, order: RowOrder, now = new Date()): Promise<Changed> {
  return changeRegion(actor, regionKey, async (tx) => {
    const rows = await readRegionRows(tx, regionKey)
    const row = rows.find(({ id }) => id === order.id)
    if (row === undefined) throw notFound()
    const today = localDateOf(now)
    const verdict = order.intent === 'end' ? endOn(row, order.day, today) : takeBack(rows, row, today)
    if (!verdict.ok) return verdict
    await writeRegionChange(tx, regionKey, verdict.value, { source: '' })
    return yes('saved')
  })
}

function changeRegion(actor: Actor, regionKey: string, work: (tx: Tx) => Promise<Changed>): Promise<Changed> {
  if (!mayAny(actor, 'responsibility.edit')) throw notFound()
  return inTransaction(database(), async (tx) => {
    const rows = await tx.$queryRaw<unknown[]>`SELECT "key" FROM "Region" WHERE "key" = ${regionKey} FOR UPDATE`
    if (rows.length === 0) throw notFound()
    return work(tx)
  })
}
