import type { Actor } from '#app/domain/accounts/model'
import type { Relative, Surroundings } from '#app/domain/sites/passport/source'
import { capacityToDraw, wholeFloorAreaM2 } from '#app/domain/sites/rules'
import { parseDossier } from '#app/domain/sites/schema'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { log } from '#app/platform/log/log.server'

/** Most parts of a whole that its page lists. */
const mostParts = 100

const isPublic = {
  status: { in: ['published', 'reserved', 'occupied'] },
  publishedVersionId: { not: null },
} satisfies Prisma.SiteWhereInput

const relativeSelect = {
  number: true,
  status: true,
  publishedVersion: { select: { dossier: true } },
} as const satisfies Prisma.SiteSelect

type RelativeRow = Prisma.SiteGetPayload<{ select: typeof relativeSelect }>

/**
 * The public sites that belong to one: its whole, its parts, the others of its bundle. What has ended is left out, and
 * so is a bundle without another site. Nothing for a number that does not exist.
 */
export async function readRelatives(_actor: Actor, number: string): Promise<Surroundings> {
  const others = {
    where: { ...isPublic, number: { not: number } },
    select: relativeSelect,
    orderBy: { number: 'asc' },
  } as const
  const site = await database().site.findUnique({
    where: { number },
    select: {
      parent: { select: relativeSelect },
      parts: { ...others, take: mostParts },
      bundle: { select: { nameKk: true, nameRu: true, nameEn: true, sites: others } },
    },
  })
  if (site === null) return { whole: null, parts: [], bundle: null }
  const { parent, parts, bundle } = site
  const neighbours = bundle?.sites.flatMap(readRelative) ?? []
  return {
    whole: parent === null || parent.status === 'withdrawn' ? null : (readRelative(parent)[0] ?? null),
    parts: parts.flatMap(readRelative),
    bundle:
      bundle === null || neighbours.length === 0
        ? null
        : { name: { kk: bundle.nameKk, ru: bundle.nameRu, en: bundle.nameEn }, sites: neighbours },
  }
}

/** Nothing of a dossier that cannot be read: a broken one must not take the page of its neighbour with it. */
function readRelative(row: RelativeRow): Relative[] {
  try {
    return relativeOf(row)
  } catch (error) {
    log.error({ err: error, site: row.number }, 'a published dossier cannot be read')
    return []
  }
}

function relativeOf({ number, status, publishedVersion }: RelativeRow): Relative[] {
  if (status === 'draft' || publishedVersion === null) return []
  const { identity, buildings, land, utilities } = parseDossier(publishedVersion.dossier)
  return [
    {
      ...{ number, status, name: identity.name },
      areaM2: wholeFloorAreaM2(buildings),
      plotHa: land.plotHa,
      freeKw: capacityToDraw(utilities.electricity),
    },
  ]
}
