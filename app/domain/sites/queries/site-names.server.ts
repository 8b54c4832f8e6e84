import type { Actor } from '#app/domain/accounts/model'
import type { Localized } from '#app/domain/kernel/localized'
import type { SiteStatus } from '#app/domain/sites/choices'
import { parseDossier } from '#app/domain/sites/schema'
import type { Db, Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { log } from '#app/platform/log/log.server'

/** Names by published version: its text never changes. */
const kept = new WeakMap<Db, Map<string, Localized>>()
const most = 20_000

/** What a letter or a form needs of a site that was published. */
export type NamedSite = { id: string; number: string; status: SiteStatus; isDemo: boolean; name: Localized }

/** The sites with these numbers that were published, in whatever state they have ended; in any order. */
export async function readNamedSites(_actor: Actor, numbers: readonly string[]): Promise<NamedSite[]> {
  const rows = await database().site.findMany({
    where: { number: { in: [...numbers] }, status: { not: 'draft' }, publishedVersionId: { not: null } },
    select: { id: true, number: true, status: true, isDemo: true, publishedVersionId: true },
  })
  const names = await readVersionNames(
    _actor,
    database(),
    rows.map(({ publishedVersionId }) => publishedVersionId),
  )
  return rows.flatMap(({ number, publishedVersionId, ...row }) => {
    const name = names.get(publishedVersionId ?? '')
    return name === undefined ? [] : [{ ...row, number, name }]
  })
}

/** Names of the sites in these published versions; those that cannot be read are left out. */
export async function readVersionNames(
  _actor: Actor,
  db: Db | Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, Localized>> {
  const names = kept.get(database()) ?? new Map<string, Localized>()
  kept.set(database(), names)
  const unknown = ids.filter((id) => id !== null && !names.has(id)).flatMap((id) => id ?? [])
  if (unknown.length === 0) return names
  if (names.size > most) names.clear()
  const rows = await db.siteVersion.findMany({ where: { id: { in: unknown } }, select: { id: true, dossier: true } })
  for (const { id, dossier } of rows) {
    try {
      names.set(id, parseDossier(dossier).identity.name)
    } catch (error) {
      log.error({ err: error, version: id }, 'a published dossier cannot be read')
    }
  }
  return names
}
