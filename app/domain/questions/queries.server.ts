import type { Actor } from '#app/domain/accounts/model'
import type { Keeper } from '#app/domain/alerts/model'
import { ownSubscriber } from '#app/domain/alerts/subscribers.server'
import type { SiteKind } from '#app/domain/sites/choices'
import type { Dossier } from '#app/domain/sites/model'
import type { Voice } from '#app/domain/sites/passport/said'
import { parseDossier } from '#app/domain/sites/schema'
import { visibleTo } from '#app/domain/sites/visible-to.server'
import { database } from '#app/platform/db/database.server'
import type { Page, PageRequest } from '#app/domain/kernel/page'
import { sayFieldName } from './field-words.server'
import type { DeskQuestion, MissingValue } from './model'
import { missingValues } from './rules'

/** What the public dossier of a site does not say and can be asked of its akimat, with what was asked before. */
export async function readMissing(
  keeper: Keeper,
  site: { id: string; kind: SiteKind; dossier: Dossier },
  voice: Voice,
): Promise<MissingValue[]> {
  const fields = missingValues(site.kind, site.dossier)
  if (fields.length === 0) return []
  const rows = await database().valueQuestion.findMany({
    where: { siteId: site.id, field: { in: fields }, state: { in: ['open', 'declined'] } },
    include: { askers: { where: { subscriber: ownSubscriber(keeper) }, select: { id: true } } },
    orderBy: { openedAt: 'asc' },
  })
  const rowOf = new Map(rows.map((row) => [row.field, row]))
  return fields.map((field) => {
    const row = rowOf.get(field)
    return {
      field,
      label: sayFieldName(field, voice),
      count: row?.count ?? 0,
      isMine: (row?.askers.length ?? 0) > 0,
      declined: row?.state === 'declined' ? row.note : null,
    }
  })
}

const openAt = (actor: Actor) => ({ state: 'open' as const, site: { AND: [visibleTo(actor), { status: offered }] } })
const offered = { in: ['published' as const, 'reserved' as const] }

/** Open questions about the actor's own sites, those asked for most first. */
export async function listDeskQuestions(actor: Actor, request: PageRequest, voice: Voice): Promise<Page<DeskQuestion>> {
  const where = openAt(actor)
  const [total, rows] = await Promise.all([
    database().valueQuestion.count({ where }),
    database().valueQuestion.findMany({
      where,
      orderBy: [{ count: 'desc' }, { openedAt: 'asc' }, { id: 'asc' }],
      skip: request.skip,
      take: request.size,
      include: { site: { select: { number: true, publishedVersion: { select: { dossier: true } } } } },
    }),
  ])
  const items = rows.map(({ id, field, count, openedAt, site }) => ({
    ...{ id, field, count, number: site.number },
    label: sayFieldName(field, voice),
    site: parseDossier(site.publishedVersion?.dossier).identity.name,
    openedAt: openedAt.toISOString(),
  }))
  return { items, total, page: request.page, size: request.size }
}

/** How many questions wait for the actor. */
export function countDeskQuestions(actor: Actor): Promise<number> {
  return database().valueQuestion.count({ where: openAt(actor) })
}
