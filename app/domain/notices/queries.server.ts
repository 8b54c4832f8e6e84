import type { Actor } from '#app/domain/accounts/model'
import type { Page, PageRequest } from '#app/domain/kernel/page'
import type { OutboxLetter, OutboxLine, OutboxStatus, Template } from '#app/domain/notices/model'
import { visibleMessages } from '#app/domain/notices/visible-to.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import type { OutboxMessage } from '#app/platform/db/generated/client'

/** Messages of the outbox, newest first; of one status, or all. */
export async function listMessages(
  actor: Actor,
  status: OutboxStatus | null,
  request: PageRequest,
): Promise<Page<OutboxLine>> {
  const where = { AND: [visibleMessages(actor), status === null ? {} : { status }] }
  const [total, rows] = await Promise.all([
    database().outboxMessage.count({ where }),
    database().outboxMessage.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: request.skip,
      take: request.size,
    }),
  ])
  return { items: rows.map(lineOf), total, page: request.page, size: request.size }
}

/** How many messages of each status there are. */
export async function countMessages(actor: Actor): Promise<Partial<Record<OutboxStatus, number>>> {
  const groups = await database().outboxMessage.groupBy({
    by: ['status'],
    where: visibleMessages(actor),
    _count: { _all: true },
  })
  return Object.fromEntries(groups.map((group) => [group.status, group._count._all]))
}

/** One message with its text, unless it was delivered. */
export async function readMessage(actor: Actor, id: string): Promise<OutboxLetter> {
  const row = await database().outboxMessage.findFirst({ where: { AND: [visibleMessages(actor), { id }] } })
  if (row === null) throw notFound()
  return { ...lineOf(row), text: row.status === 'sent' ? null : row.text, lastError: row.lastError }
}

function lineOf(row: OutboxMessage): OutboxLine {
  return {
    id: row.id,
    template: row.template as Template,
    toAddress: row.toAddress,
    subject: row.subject,
    status: row.status,
    attempts: row.attempts,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    locale: row.locale,
  }
}
