import { queueNotice } from '#app/domain/notices/outbox.server'
import { inTransaction, type Db, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { WebhookDelivery, WebhookEndpoint } from '#app/platform/db/generated/client'
import { env } from '#app/platform/env/env.server'
import { postSafely, type PostResult } from '#app/platform/http/safe-post.server'
import { isLanguage } from '#app/platform/i18n/language'
import { work } from '#app/platform/jobs/jobs.server'
import { openSecret } from '#app/platform/secrets/sealed-secret.server'
import { createHmac } from 'node:crypto'
import { deliverJob, queueDelivery } from './outbox.server'
import { claimMs, isGivenUp, isTaken, nextAttemptAt } from './rules'

/** Lets this process deliver what was written for the addresses. */
export async function startDelivering(): Promise<void> {
  await work<{ id: string }>(deliverJob, ({ id }) => deliver(database(), id))
}

type Delivery = WebhookDelivery & { endpoint: WebhookEndpoint }

/**
 * One attempt to deliver: takes the row, posts, writes what came of it and when to try again. A delivery that is done or
 * in another worker's hands is left alone. A receiver can get one twice when a process dies between post and mark: the
 * delivery id tells it.
 */
export async function deliver(db: Db, id: string, now = new Date()): Promise<void> {
  const { count } = await db.webhookDelivery.updateMany({
    where: {
      ...{ id, status: 'pending' },
      AND: [
        { OR: [{ claimedAt: null }, { claimedAt: { lt: new Date(now.getTime() - claimMs) } }] },
        { OR: [{ nextAt: null }, { nextAt: { lte: now } }] },
      ],
    },
    data: { claimedAt: now, attempts: { increment: 1 } },
  })
  if (count === 0) return
  const delivery = await db.webhookDelivery.findUniqueOrThrow({ where: { id }, include: { endpoint: true } })
  const { endpoint } = delivery
  if (!endpoint.isActive || endpoint.deletedAt !== null) {
    await db.webhookDelivery.update({
      where: { id },
      data: { status: 'failed', claimedAt: null, finishedAt: now, excerpt: 'endpoint_off' },
    })
    return
  }
  const result = await post(delivery, now)
  await inTransaction(db, (tx) => writeResult(tx, delivery, result, now))
}

function post({ id, body, type, endpoint }: Delivery, now: Date): Promise<PostResult> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const isEarlierGood = endpoint.earlierSecret !== null && endpoint.earlierUntil !== null && endpoint.earlierUntil > now
  const secrets = [endpoint.secret, ...(isEarlierGood && endpoint.earlierSecret ? [endpoint.earlierSecret] : [])]
  return postSafely({
    url: endpoint.url,
    body,
    allowLoopback: env().webhookLoopback,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Alan-Webhooks/1',
      'x-alan-delivery': id,
      'x-alan-event': type,
      'x-alan-timestamp': timestamp,
      'x-alan-signature': secrets.map((sealed) => sign(openSecret(sealed), timestamp, body)).join(','),
    },
  })
}

/** The signature of a body sent at that second: `sha256=` and the hexadecimal HMAC of `<timestamp>.<body>`. */
export function sign(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
}

async function writeResult(tx: Tx, delivery: Delivery, result: PostResult, now: Date): Promise<void> {
  const { id, attempts, endpoint } = delivery
  // PostgreSQL takes no NUL in a text.
  const excerpt = (result.ok ? result.excerpt : [result.reason, result.detail].filter(Boolean).join(': ')).replace(
    /\0/g,
    '',
  )
  const seen = { claimedAt: null, httpStatus: result.ok ? result.status : null, excerpt }
  if (result.ok && isTaken(result.status)) {
    await tx.webhookDelivery.update({
      where: { id },
      data: { ...seen, status: 'delivered', nextAt: null, finishedAt: now },
    })
    await tx.webhookEndpoint.update({ where: { id: endpoint.id }, data: { failingSince: null } })
    return
  }
  const nextAt = nextAttemptAt(attempts, now)
  await tx.webhookDelivery.update({
    where: { id },
    data: { ...seen, nextAt, ...(nextAt === null ? { status: 'failed', finishedAt: now } : {}) },
  })
  if (nextAt !== null) await queueDelivery(tx, id, nextAt)
  const failingSince = endpoint.failingSince ?? now
  await tx.webhookEndpoint.updateMany({ where: { id: endpoint.id, failingSince: null }, data: { failingSince } })
  if (isGivenUp(failingSince, now)) await switchOff(tx, endpoint, now)
}

/** Switches an address off that has taken nothing for days, and tells the heads of its body. */
async function switchOff(tx: Tx, endpoint: WebhookEndpoint, now: Date): Promise<void> {
  const { count } = await tx.webhookEndpoint.updateMany({
    where: { id: endpoint.id, isActive: true },
    data: { isActive: false, disabledAt: now },
  })
  if (count === 0) return
  const heads = await tx.member.findMany({
    where: { organizationId: endpoint.organizationId, role: 'spk_head' },
    select: { user: { select: { id: true, name: true, email: true, locale: true } } },
  })
  for (const { user } of heads) {
    const locale = isLanguage(user.locale) ? user.locale : 'kk'
    await queueNotice(tx, {
      template: 'webhook_disabled',
      locale,
      to: user.email,
      dedupeKey: `webhook_disabled:${endpoint.id}:${now.getTime()}:${user.id}`,
      data: { name: user.name, address: new URL(endpoint.url).host, link: `/${locale}/spk/webhooks/${endpoint.id}` },
    })
  }
}
