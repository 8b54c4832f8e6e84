import type { Actor } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import type { Page } from '#app/domain/kernel/page'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { openStates } from '../commands/own-version.server'
import { deskViews, type DeskFilter, type DeskQuery, type DeskTasks, type DeskView } from '../desk'
import type { OwnSite } from '../own-site'
import { confirmation, freshnessOf, usualTerm } from '../rules'
import { parseDossier } from '../schema'
import { completenessOf } from '../submission'
import { visibleTo } from '../visible-to.server'

const dayMs = 86_400_000

/** Sites of one task that the desk shows. */
const taskSize = 5

/** More than this nobody looks through: the question has to be narrower. */
const mostFound = 5000

const open = { in: [...openStates] }

/**
 * The version that the desk shows of each site: the open one, else the public one. A draft that was dropped leaves a
 * number without anything to show.
 */
const shown: Prisma.SiteVersionWhereInput = {
  OR: [{ state: open }, { state: 'published', site: { versions: { none: { state: open } } } }],
}

/** The sites that have such a version. */
const onDesk: Prisma.SiteWhereInput = { OR: [{ publishedVersionId: { not: null } }, { status: 'draft' }] }

const select = {
  state: true,
  dossier: true,
  editorIds: true,
  updatedAt: true,
  site: {
    select: {
      ...{ number: true, kind: true, status: true, townKey: true, isDemo: true, endedAt: true },
      ...{ confirmedAt: true, confirmBy: true, publishedVersionId: true },
      parentId: true,
      town: { select: { regionKey: true } },
    },
  },
} as const satisfies Prisma.SiteVersionSelect

type ShownRow = Prisma.SiteVersionGetPayload<{ select: typeof select }>

/**
 * A page of the sites whose drafts the actor may see, last changed first, in `to_confirm` the most urgent first; and how
 * many sites each view has under the filter.
 */
export async function readDeskTable(
  actor: Actor,
  query: DeskQuery,
  now = new Date(),
): Promise<Page<OwnSite> & { counts: Record<DeskView, number> }> {
  const { page, size, skip } = query.page
  const site = await reach(actor, query.filter)
  const where = { AND: [shown, { site }, viewWhere(query.view, now)] }
  const [counts, rows] = await Promise.all([
    countViews(site, now),
    database().siteVersion.findMany({ where, select, orderBy: orderOf(query.view), skip, take: size }),
  ])
  return { items: rows.map((row) => readLine(actor, row, now)), total: counts[query.view], page, size, counts }
}

async function countViews(site: Prisma.SiteWhereInput, now: Date): Promise<Record<DeskView, number>> {
  const [byStatus, byState, toConfirm] = await Promise.all([
    database().site.groupBy({ by: ['status'], where: { AND: [site, onDesk] }, _count: true }),
    database().siteVersion.groupBy({ by: ['state'], where: { state: open, site }, _count: true }),
    database().site.count({ where: { AND: [site, dueAt(now)] } }),
  ])
  const counts = Object.fromEntries(deskViews.map((view) => [view, 0])) as Record<DeskView, number>
  for (const { status, _count } of byStatus) {
    counts.all += _count
    if (status !== 'draft') counts[status] = _count
  }
  for (const { state, _count } of byState) counts[state === 'in_review' ? 'in_review' : 'drafts'] += _count
  return { ...counts, to_confirm: toConfirm }
}

/** The first sites of each task of this person, and how many there are. */
export async function readDeskTasks(actor: Actor, now = new Date()): Promise<DeskTasks> {
  const own: Prisma.SiteVersionWhereInput = { site: { AND: [visibleTo(actor, 'site.edit'), { endedAt: null }] } }
  const task = async (where: Prisma.SiteVersionWhereInput, view: DeskView) => {
    const [total, rows] = await Promise.all([
      database().siteVersion.count({ where }),
      database().siteVersion.findMany({ where, select, orderBy: orderOf(view), take: taskSize }),
    ])
    return { total, sites: rows.map((row) => readLine(actor, row, now)) }
  }
  const userId = actor.kind === 'person' ? actor.userId : null
  const [toReview, returned, drafts, toConfirm] = await Promise.all([
    task(
      {
        state: 'in_review',
        site: visibleTo(actor, 'site.review'),
        NOT: userId === null ? undefined : { editorIds: { has: userId } },
      },
      'in_review',
    ),
    task({ ...own, state: 'changes_requested' }, 'drafts'),
    task({ ...own, state: 'draft' }, 'drafts'),
    task({ AND: [shown, own, { site: dueAt(now) }] }, 'to_confirm'),
  ])
  return { toReview, returned, drafts, toConfirm }
}

/** Towns in which the actor has sites to see, whatever became of them. */
export async function listOwnTowns(actor: Actor): Promise<Set<string>> {
  const rows = await database().site.groupBy({ by: ['townKey'], where: { AND: [visibleTo(actor), onDesk] } })
  return new Set(rows.map((row) => row.townKey))
}

async function reach(actor: Actor, { q, townKey, kind }: DeskFilter): Promise<Prisma.SiteWhereInput> {
  const place: Prisma.SiteWhereInput = {
    AND: [visibleTo(actor), townKey === null ? {} : { townKey }, kind === null ? {} : { kind }],
  }
  if (q === '') return place
  // Names stand in the dossiers, so they are looked through once and not again for every count.
  const found = await database().site.findMany({
    where: { AND: [place, { OR: [{ number: { contains: q.toUpperCase() } }, ...namedLike(q)] }] },
    select: { id: true },
    take: mostFound,
  })
  return { id: { in: found.map(({ id }) => id) } }
}

/** The name in any language, of the public version or of the one in work. */
function namedLike(q: string): Prisma.SiteWhereInput[] {
  return (['kk', 'ru', 'en'] as const).map((language) => ({
    versions: {
      some: {
        state: { in: [...openStates, 'published'] },
        dossier: { path: ['identity', 'name', language], string_contains: q, mode: 'insensitive' },
      },
    },
  }))
}

function viewWhere(view: DeskView, now: Date): Prisma.SiteVersionWhereInput {
  switch (view) {
    case 'all':
      return {}
    case 'drafts':
      return { state: { in: ['draft', 'changes_requested'] } }
    case 'in_review':
      return { state: 'in_review' }
    case 'to_confirm':
      return { site: dueAt(now) }
    case 'published':
      return { site: { status: view } }
    case 'reserved':
    case 'occupied':
    case 'withdrawn':
      return { site: { status: view, publishedVersionId: { not: null } } }
  }
}

/** Offered, and no longer fresh. Sites stored before groups had terms count from their confirmation. */
function dueAt(now: Date): Prisma.SiteWhereInput {
  const { noticeDays, periodDays } = confirmation
  const inDays = (days: number) => new Date(now.getTime() + days * dayMs)
  return {
    status: 'published',
    publishedVersionId: { not: null },
    OR: [
      { confirmBy: { lt: inDays(noticeDays) } },
      { confirmBy: null, confirmedAt: { lt: inDays(noticeDays - periodDays) } },
      { confirmBy: null, confirmedAt: null },
    ],
  }
}

function orderOf(view: DeskView): Prisma.SiteVersionOrderByWithRelationInput[] {
  const byNumber = { site: { number: 'asc' } } as const
  if (view === 'to_confirm') return [{ site: { confirmBy: { sort: 'asc', nulls: 'first' } } }, byNumber]
  return [{ updatedAt: 'desc' }, byNumber]
}

function readLine(actor: Actor, { site, state, dossier, editorIds, updatedAt }: ShownRow, now: Date): OwnSite {
  const { number, kind, status, townKey, isDemo, confirmedAt } = site
  const place = { townKey, regionKey: site.town.regionKey }
  const facts = parseDossier(dossier)
  const confirmBy = site.confirmBy ?? usualTerm(confirmedAt)
  const isOwnWork = actor.kind === 'person' && editorIds.includes(actor.userId)
  return {
    ...{ number, kind, status, townKey, isDemo },
    name: facts.identity.name,
    openState: state === 'published' || state === 'superseded' ? null : state,
    isMineToReview: state === 'in_review' && may(actor, 'site.review', place) && !isOwnWork,
    canEdit: may(actor, 'site.edit', place) && site.endedAt === null,
    completeness: completenessOf(kind, facts, site.parentId !== null).percent,
    freshness: status === 'published' ? freshnessOf(confirmBy, now) : null,
    confirmedAt: confirmedAt?.toISOString() ?? null,
    confirmBy: confirmBy?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
  }
}
