import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import { addDays, startOfDay, toLocalDate } from '#app/domain/kernel/local-date'
import type { Page, PageRequest } from '#app/domain/kernel/page'
import { database } from '#app/platform/db/database.server'
import type { LedgerEntry, Prisma } from '#app/platform/db/generated/client'
import { caseTables, type LedgerLine, type LedgerState, type Operation } from './model'
import { listChanges, splitActor } from './rules'
import type { LedgerFilter } from './schema'

/** Entries that the actor may read: all or none, since they hold what everybody wrote. */
function visibleEntries(actor: Actor): Prisma.LedgerEntryWhereInput {
  return mayAny(actor, 'ledger.read') ? {} : { id: { in: [] } }
}

/** Entries of the ledger, newest first. Persons are named as they are called today. */
export async function listEntries(actor: Actor, filter: LedgerFilter, request: PageRequest): Promise<Page<LedgerLine>> {
  const where = { AND: [visibleEntries(actor), await whereOf(filter)] }
  const [total, rows] = await Promise.all([
    database().ledgerEntry.count({ where }),
    database().ledgerEntry.findMany({ where, orderBy: { id: 'desc' }, skip: request.skip, take: request.size }),
  ])
  const names = await readNames(rows)
  return { items: rows.map((row) => lineOf(actor, row, names)), total, page: request.page, size: request.size }
}

/** Tables that are watched, for the list to choose from. */
export async function listTables(actor: Actor): Promise<string[]> {
  if (!mayAny(actor, 'ledger.read')) return []
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT c.relname AS "name" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE t.tgname = 'ledger_record' ORDER BY lower(c.relname)`
  return rows.map(({ name }) => name)
}

/** The end of the chain, and how much is not chained yet. */
export async function readLedgerState(actor: Actor): Promise<LedgerState> {
  const [head, unsealed] = await Promise.all([
    database().ledgerHead.findFirst({ where: mayAny(actor, 'ledger.read') ? {} : { id: -1 } }),
    database().ledgerEntry.count({ where: { AND: [visibleEntries(actor), { position: null }] } }),
  ])
  const sealedAt = head?.sealedAt.toISOString() ?? null
  return { position: String(head?.position ?? 0), hash: head?.hash ?? '', sealedAt, unsealed }
}

async function whereOf(filter: LedgerFilter): Promise<Prisma.LedgerEntryWhereInput> {
  const { table, row, operation, actor } = filter
  const from = filter.from === null ? undefined : startOfDay(toLocalDate(filter.from))
  const before = filter.until === null ? undefined : startOfDay(addDays(toLocalDate(filter.until), 1))
  return {
    ...(table === '' ? {} : { tableName: table }),
    ...(row === '' ? {} : { rowKey: row }),
    ...(operation === null ? {} : { operation }),
    ...(actor === '' ? {} : { actor: { in: await findActors(actor) } }),
    at: { gte: from, lt: before },
  }
}

/** An actor of the ledger as it stands there, or the persons of an e-mail address or a name. */
async function findActors(asked: string): Promise<string[]> {
  const people = await database().user.findMany({
    where: { OR: [{ email: asked.toLowerCase() }, { name: { contains: asked, mode: 'insensitive' } }] },
    select: { id: true },
    take: 100,
  })
  return [asked, ...people.map(({ id }) => `person:${id}`)]
}

async function readNames(rows: readonly LedgerEntry[]): Promise<Map<string, string>> {
  const ids = rows.map(({ actor }) => splitActor(actor)).flatMap(({ kind, name }) => (kind === 'person' ? [name] : []))
  const people = await database().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}

function lineOf(actor: Actor, row: LedgerEntry, names: ReadonlyMap<string, string>): LedgerLine {
  const author = splitActor(row.actor)
  const isWithheld = caseTables.has(row.tableName) && !mayAny(actor, 'inquiry.read')
  const changes = listChanges(row.before, row.after)
  return {
    id: String(row.id),
    at: row.at.toISOString(),
    author: author.kind === 'person' ? { ...author, name: names.get(author.name) ?? author.name } : author,
    actor: row.actor,
    behalf: row.behalf ?? '',
    address: row.address ?? '',
    requestId: row.requestId ?? '',
    operation: row.operation as Operation,
    tableName: row.tableName,
    rowKey: row.rowKey,
    changes: isWithheld ? changes.map(({ field }) => ({ field, before: null, after: null })) : changes,
    isWithheld,
    isErased: row.erasedAt !== null,
    position: row.position === null ? null : String(row.position),
  }
}
