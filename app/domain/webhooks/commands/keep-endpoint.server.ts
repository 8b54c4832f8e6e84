import type { Actor } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { WebhookEndpoint } from '#app/platform/db/generated/client'
import { env } from '#app/platform/env/env.server'
import { notFound } from '#app/platform/http/not-found.server'
import { resolveTarget, type PostRefusal } from '#app/platform/http/safe-post.server'
import { sealSecret } from '#app/platform/secrets/sealed-secret.server'
import { randomBytes } from 'node:crypto'
import { pingKind } from '../model'
import { queueDelivery } from '../outbox.server'
import { overlapMs } from '../rules'
import type { EndpointForm, NewEndpoint } from '../schema'
import { visibleEndpoints } from '../visible-to.server'

/** Addresses that one body may have. */
const mostEndpoints = 10

type Refusal = PostRefusal | 'too_many'

/**
 * Adds an address for a body; `secret` is shown to who made it and never again, null when the same form comes once
 * more. Says why the address is refused.
 */
export async function addEndpoint(
  actor: Actor,
  { form, organization, url, kinds }: NewEndpoint,
): Promise<Verdict<{ id: string; secret: string | null }, Refusal>> {
  if (!may(actor, 'webhook.manage', { organizationId: organization })) throw notFound()
  const target = await resolveTarget(url, env().webhookLoopback)
  if (!target.ok) return no(target.reason)
  return inTransaction(database(), async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "organization" WHERE "id" = ${organization}::uuid FOR UPDATE`
    const body = await tx.organization.findUnique({ where: { id: organization } })
    if (body === null || !['spk', 'platform'].includes(body.kind)) throw notFound()
    const same = await tx.webhookEndpoint.findUnique({ where: { id: form } })
    if (same !== null) return same.organizationId === organization ? yes({ id: form, secret: null }) : no('too_many')
    const count = await tx.webhookEndpoint.count({ where: { organizationId: organization, deletedAt: null } })
    if (count >= mostEndpoints) return no('too_many')
    const secret = makeSecret()
    const createdById = actor.kind === 'person' ? actor.userId : null
    const data = { id: form, organizationId: organization, url, events: kinds, secret: sealSecret(secret), createdById }
    await tx.webhookEndpoint.create({ data })
    return yes({ id: form, secret })
  })
}

/** Changes where events go and which. */
export async function changeEndpoint(
  actor: Actor,
  id: string,
  { url, kinds }: EndpointForm,
): Promise<Verdict<'saved', PostRefusal>> {
  await requireEndpoint(actor, id)
  const target = await resolveTarget(url, env().webhookLoopback)
  if (!target.ok) return no(target.reason)
  await withEndpoint(actor, id, (tx) => tx.webhookEndpoint.update({ where: { id }, data: { url, events: kinds } }))
  return yes('saved')
}

/** Switches an address on or off, or takes it away; what was written for it stays in its log until it is taken away. */
export async function switchEndpoint(
  actor: Actor,
  id: string,
  order: 'switch_on' | 'switch_off' | 'delete',
  now = new Date(),
): Promise<void> {
  const isActive = order === 'switch_on'
  const data = { isActive, ...(isActive ? { failingSince: null, disabledAt: null } : {}) }
  await withEndpoint(actor, id, (tx) =>
    tx.webhookEndpoint.update({ where: { id }, data: { ...data, ...(order === 'delete' ? { deletedAt: now } : {}) } }),
  )
}

/** Makes a new secret, shown once; the one before signs as well for a day, so that nothing is lost meanwhile. */
export async function rotateSecret(actor: Actor, id: string, now = new Date()): Promise<string> {
  const secret = makeSecret()
  await withEndpoint(actor, id, (tx, endpoint) =>
    tx.webhookEndpoint.update({
      where: { id },
      data: {
        secret: sealSecret(secret),
        earlierSecret: endpoint.secret,
        earlierUntil: new Date(now.getTime() + overlapMs),
      },
    }),
  )
  return secret
}

/** Sends a test event; the same form once more sends nothing. */
export async function pingEndpoint(actor: Actor, id: string, form: string, now = new Date()): Promise<void> {
  await withEndpoint(actor, id, async (tx) => {
    const key = `ping:${form}`
    const body = JSON.stringify({ id: key, type: pingKind, created_at: now.toISOString(), data: {} })
    const [delivery] = await tx.webhookDelivery.createManyAndReturn({
      data: [{ endpointId: id, eventKey: key, type: pingKind, body }],
      skipDuplicates: true,
      select: { id: true },
    })
    if (delivery !== undefined) await queueDelivery(tx, delivery.id)
  })
}

/** Sends a delivery that is over once more, as it was; 404 for one of another address. */
export async function redeliver(actor: Actor, id: string, deliveryId: string): Promise<void> {
  await withEndpoint(actor, id, async (tx) => {
    const again = { status: 'pending', attempts: 0, nextAt: null, finishedAt: null } as const
    const where = { id: deliveryId, endpointId: id }
    const { count } = await tx.webhookDelivery.updateMany({
      where: { ...where, status: { not: 'pending' } },
      data: again,
    })
    if (count > 0) await queueDelivery(tx, deliveryId)
    else if ((await tx.webhookDelivery.count({ where })) === 0) throw notFound()
  })
}

async function withEndpoint(
  actor: Actor,
  id: string,
  work: (tx: Tx, endpoint: WebhookEndpoint) => Promise<unknown>,
): Promise<void> {
  await inTransaction(database(), async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "WebhookEndpoint" WHERE "id" = ${id}::uuid FOR UPDATE`
    const endpoint = await tx.webhookEndpoint.findFirst({
      where: { AND: [visibleEndpoints(actor, 'webhook.manage'), { id }] },
    })
    if (endpoint === null) throw notFound()
    await work(tx, endpoint)
  })
}

async function requireEndpoint(actor: Actor, id: string): Promise<void> {
  const where = { AND: [visibleEndpoints(actor, 'webhook.manage'), { id }] }
  if ((await database().webhookEndpoint.count({ where })) === 0) throw notFound()
}

function makeSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`
}
