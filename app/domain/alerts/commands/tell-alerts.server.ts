import type { SystemActor } from '#app/domain/accounts/model'
import { notBanned } from '#app/domain/accounts/visible-to.server'
import { utcMidnightOf } from '#app/domain/kernel/local-date'
import type { Localized } from '#app/domain/kernel/localized'
import type { NoticeData } from '#app/domain/notices/model'
import { queueNotice } from '#app/domain/notices/outbox.server'
import type { PublishedSite } from '#app/domain/sites/public-site'
import { readPublishedSites } from '#app/domain/sites/queries/published-rows.server'
import { listTowns } from '#app/domain/towns/queries.server'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { defaultLanguage, isLanguage, pathIn, type Language } from '#app/platform/i18n/language'
import { queryOf } from '../brief-watch.server'
import { judgeSites } from '../fitting.server'
import { limits } from '../model'
import { digestDay } from '../rules'
import { stopPath } from '../stop-path.server'
import { watchPath } from '../watch-query'
import { lockAlerts } from './follow-changes.server'

const waitingSelect = {
  watchId: true,
  siteId: true,
  watch: {
    select: {
      ...{ id: true, title: true, query: true, briefId: true, rhythm: true },
      subscriber: { select: { id: true, email: true, locale: true, user: { select: { name: true, locale: true } } } },
    },
  },
} as const satisfies Prisma.WatchedSiteSelect

type Waiting = Prisma.WatchedSiteGetPayload<{ select: typeof waitingSelect }>
type Fitting = Waiting & { site: PublishedSite }

/**
 * Writes the letters that are due: at once for searches that want it so, from nine in the morning for digests, one
 * letter per subscriber and rhythm. Letter and mark go in one transaction, so no site is told twice, whatever breaks;
 * what does not fit any more is forgotten instead. Gives the number of letters.
 */
export async function tellAlerts(by: SystemActor, now = new Date()): Promise<number> {
  const day = utcMidnightOf(digestDay(now))
  const waiting = await findWaiting(day, now)
  const { fitting, over } = await sortOut(by, waiting, now)
  const towns = new Map((await listTowns()).map(({ key, name }) => [key, name]))
  return inTransaction(database(), async (tx) => {
    await lockAlerts(tx)
    await forget(tx, over)
    const told = await claim(tx, fitting, now)
    const isDue = { OR: [{ digestOn: null }, { digestOn: { lt: day } }] }
    await tx.watch.updateMany({ where: { rhythm: 'daily', ...isDue }, data: { digestOn: day } })
    return writeLetters(tx, told, towns, now)
  })
}

function findWaiting(day: Date, now: Date): Promise<Waiting[]> {
  return database().watchedSite.findMany({
    where: {
      state: 'pending',
      watch: {
        OR: [{ rhythm: 'at_once' }, { rhythm: 'daily', OR: [{ digestOn: null }, { digestOn: { lt: day } }] }],
        subscriber: { unsubscribedAt: null, OR: [{ userId: null }, { user: notBanned(now) }] },
      },
    },
    select: waitingSelect,
    orderBy: [{ watch: { createdAt: 'asc' } }, { watchId: 'asc' }, { at: 'asc' }, { siteId: 'asc' }],
  })
}

/** What still fits, with its site, and what does not: it changed again or left before its letter. */
async function sortOut(
  by: SystemActor,
  waiting: Waiting[],
  now: Date,
): Promise<{ fitting: Fitting[]; over: Waiting[] }> {
  const sites = await readPublishedSites(by, [...new Set(waiting.map(({ siteId }) => siteId))])
  const siteOf = new Map(sites.map((site) => [site.id, site]))
  const queries = waiting.map(({ watch }) => queryOf(watch))
  const found = new Map([...(await judgeSites(by, sites, queries, now))].map(([key, list]) => [key, new Set(list)]))
  const fitting: Fitting[] = []
  const over: Waiting[] = []
  for (const row of waiting) {
    const site = siteOf.get(row.siteId)
    if (site && found.get(queryOf(row.watch))?.has(site.number)) fitting.push({ ...row, site })
    else over.push(row)
  }
  return { fitting, over }
}

async function forget(tx: Tx, rows: readonly Waiting[]): Promise<void> {
  const [watchIds, siteIds] = [rows.map(({ watchId }) => watchId), rows.map(({ siteId }) => siteId)]
  await tx.$executeRaw`
    DELETE FROM "WatchedSite" WHERE "state" = 'pending'
    AND ("watchId", "siteId") IN (SELECT * FROM unnest(${watchIds}::uuid[], ${siteIds}::uuid[]))`
}

/** Marks as told what nobody told or opened meanwhile, and gives that back. */
async function claim(tx: Tx, rows: readonly Fitting[], now: Date): Promise<Fitting[]> {
  const [watchIds, siteIds] = [rows.map(({ watchId }) => watchId), rows.map(({ siteId }) => siteId)]
  const claimed = await tx.$queryRaw<{ watchId: string; siteId: string }[]>`
    UPDATE "WatchedSite" SET "state" = 'told', "at" = ${now}::timestamptz AT TIME ZONE 'UTC' WHERE "state" = 'pending'
    AND ("watchId", "siteId") IN (SELECT * FROM unnest(${watchIds}::uuid[], ${siteIds}::uuid[]))
    RETURNING "watchId", "siteId"`
  const keys = new Set(claimed.map(({ watchId, siteId }) => `${watchId}/${siteId}`))
  return rows.filter(({ watchId, siteId }) => keys.has(`${watchId}/${siteId}`))
}

async function writeLetters(tx: Tx, told: Fitting[], towns: Map<string, Localized>, now: Date): Promise<number> {
  const letters = new Map<string, Fitting[]>()
  for (const row of told) {
    const key = `${row.watch.subscriber.id}:${row.watch.rhythm}`
    letters.set(key, [...(letters.get(key) ?? []), row])
  }
  for (const [key, rows] of letters) {
    const subscriber = rows[0]?.watch.subscriber
    if (subscriber === undefined) continue
    const language = languageOf(subscriber)
    await queueNotice(tx, {
      template: 'site_alert',
      locale: language,
      to: subscriber.email,
      dedupeKey: `site_alert:${key}:${now.toISOString()}`,
      data: composeAlert(subscriber, rows, language, towns),
    })
  }
  return letters.size
}

type Subscriber = Waiting['watch']['subscriber']

function composeAlert(
  { id, user }: Subscriber,
  rows: Fitting[],
  language: Language,
  towns: Map<string, Localized>,
): NoticeData['site_alert'] {
  const watches = new Map(rows.map(({ watch }) => [watch.id, watch]))
  return {
    name: user?.name ?? null,
    rhythm: rows[0]?.watch.rhythm === 'at_once' ? 'at_once' : 'daily',
    watches: [...watches.values()].map((watch) => {
      const sites = rows.filter(({ watchId }) => watchId === watch.id).map(({ site }) => site)
      return {
        title: watch.title,
        sites: sites.slice(0, limits.alertedSites).map(({ number, townKey, dossier }) => ({
          ...{ number, site: dossier.identity.name },
          town: towns.get(townKey) ?? { kk: townKey, ru: townKey, en: townKey },
          link: pathIn(language, `/sites/${number}`),
        })),
        more: Math.max(0, sites.length - limits.alertedSites),
        link: pathIn(language, watchPath(queryOf(watch))),
        stop: stopPath(language, id, watch.id),
      }
    }),
    link: pathIn(language, '/favourites'),
    stopAll: stopPath(language, id, null),
  }
}

function languageOf({ locale, user }: Subscriber): Language {
  const wanted = user?.locale ?? locale
  return isLanguage(wanted) ? wanted : defaultLanguage
}
