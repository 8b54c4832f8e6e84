import type { Tx } from '#app/platform/db/client.server'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { sendJob } from '#app/platform/jobs/jobs.server'
import type { WebhookEvent } from './model'
import { wants } from './rules'

export const deliverJob = 'deliver-webhook'

/**
 * Writes an event for every address of these bodies that wants it, in the transaction of the event, with the jobs that
 * deliver it. The same event is never written twice for one address. Costs one query where nobody has an address.
 */
export async function queueWebhooks(
  tx: Tx,
  organizationIds: readonly string[],
  events: readonly WebhookEvent[],
): Promise<void> {
  if (events.length === 0) return
  const endpoints = await tx.webhookEndpoint.findMany({
    where: { organizationId: { in: [...organizationIds] }, isActive: true, deletedAt: null },
    select: { id: true, events: true },
  })
  const data = endpoints.flatMap((endpoint) =>
    events
      .filter(({ kind }) => wants(endpoint.events, kind))
      .map((event) => ({ endpointId: endpoint.id, eventKey: event.key, type: event.kind, body: writeBody(event) })),
  )
  if (data.length === 0) return
  const written = await tx.webhookDelivery.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } })
  for (const { id } of written) await queueDelivery(tx, id)
}

/** Queues an attempt, now or at that moment; a process that dies with it is followed by another one. */
export async function queueDelivery(tx: Tx, id: string, startAfter?: Date): Promise<void> {
  const when = startAfter === undefined ? {} : { startAfter }
  await sendJob(tx, deliverJob, { id }, { retryLimit: 5, retryDelay: 30, expireInSeconds: 60, ...when })
}

function writeBody({ key, kind, at, case: about, detail }: WebhookEvent): string {
  const url = `${publicOrigin()}/ru/spk/inquiries/${about.number}/${about.part}`
  return JSON.stringify({ id: key, type: kind, created_at: at.toISOString(), data: { ...about, url, ...detail } })
}
