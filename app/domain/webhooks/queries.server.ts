import type { Actor } from '#app/domain/accounts/model'
import { mayAny, membershipsFor } from '#app/domain/accounts/policy'
import type { Localized } from '#app/domain/kernel/localized'
import type { Page, PageRequest } from '#app/domain/kernel/page'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { notFound } from '#app/platform/http/not-found.server'
import { webhookKinds, type DeliveryLine, type EndpointLine } from './model'
import { visibleEndpoints } from './visible-to.server'

const endpointInclude = { organization: true } as const satisfies Prisma.WebhookEndpointInclude
type EndpointRow = Prisma.WebhookEndpointGetPayload<{ include: typeof endpointInclude }>

/** The addresses that the actor may see, by body. */
export async function listEndpoints(actor: Actor): Promise<EndpointLine[]> {
  const rows = await database().webhookEndpoint.findMany({
    where: visibleEndpoints(actor),
    include: endpointInclude,
    orderBy: [{ organization: { nameRu: 'asc' } }, { createdAt: 'asc' }],
  })
  const counts = await database().webhookDelivery.groupBy({
    by: ['endpointId', 'status'],
    where: { endpointId: { in: rows.map(({ id }) => id) }, status: { not: 'delivered' } },
    _count: { _all: true },
  })
  const countOf = (id: string, status: string) =>
    counts.find((count) => count.endpointId === id && count.status === status)?._count._all ?? 0
  return rows.map((row) => lineOf(row, countOf(row.id, 'pending'), countOf(row.id, 'failed')))
}

/** One address with what was written for it, newest first; 404 when the actor may not see it. */
export async function readEndpoint(
  actor: Actor,
  id: string,
  page: PageRequest,
): Promise<{ endpoint: EndpointLine & { organizationId: string }; deliveries: Page<DeliveryLine> }> {
  const row = await database().webhookEndpoint.findFirst({
    where: { AND: [visibleEndpoints(actor), { id }] },
    include: endpointInclude,
  })
  if (row === null) throw notFound()
  const where = { endpointId: id }
  const [total, pending, failed, rows] = await Promise.all([
    database().webhookDelivery.count({ where }),
    database().webhookDelivery.count({ where: { ...where, status: 'pending' } }),
    database().webhookDelivery.count({ where: { ...where, status: 'failed' } }),
    database().webhookDelivery.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: page.skip,
      take: page.size,
    }),
  ])
  const items = rows.map((delivery): DeliveryLine => ({
    id: delivery.id,
    kind: delivery.type,
    status: delivery.status,
    attempts: delivery.attempts,
    createdAt: delivery.createdAt.toISOString(),
    finishedAt: delivery.finishedAt?.toISOString() ?? null,
    nextAt: delivery.status === 'pending' ? (delivery.nextAt?.toISOString() ?? null) : null,
    httpStatus: delivery.httpStatus,
    excerpt: delivery.excerpt,
    body: delivery.body,
  }))
  return {
    endpoint: { ...lineOf(row, pending, failed), organizationId: row.organizationId },
    deliveries: { items, total, page: page.page, size: page.size },
  }
}

/** Bodies that the actor may give an address: the own ones, or every SPK and the platform. */
export async function listOwners(actor: Actor): Promise<{ id: string; name: Localized }[]> {
  const own = membershipsFor(actor, 'webhook.manage').map(({ organizationId }) => organizationId)
  const rows = await database().organization.findMany({
    where: {
      kind: { in: ['spk', 'platform'] },
      ...(mayAny(actor, 'webhook.manage') ? {} : { id: { in: own } }),
    },
    orderBy: { nameRu: 'asc' },
  })
  return rows.map((row) => ({ id: row.id, name: nameOf(row) }))
}

function lineOf(row: EndpointRow, pending: number, failed: number): EndpointLine {
  const { id, url, events, organization } = row
  const state = row.isActive
    ? row.failingSince === null
      ? 'active'
      : 'failing'
    : row.disabledAt === null
      ? 'off'
      : 'disabled'
  const kinds = webhookKinds.filter((kind) => events.includes(kind))
  return { id, url, kinds, body: nameOf(organization), state, pending, failed }
}

function nameOf(row: { nameKk: string; nameRu: string; nameEn: string }): Localized {
  return { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }
}
