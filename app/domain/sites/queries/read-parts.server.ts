import type { Actor } from '#app/domain/accounts/model'
import type { LngLat } from '#app/domain/kernel/geo'
import type { Localized } from '#app/domain/kernel/localized'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { openStates } from '../commands/own-version.server'
import type { SiteKind } from '../choices'
import type { Dossier } from '../model'
import { isDivisible, totalAreaM2 } from '../premises-rules'
import { parseDossier } from '../schema'
import { visibleTo } from '../visible-to.server'

const lastVersion = {
  publishedVersion: { select: { dossier: true } },
  versions: {
    where: { state: { in: [...openStates] } },
    orderBy: { sequence: 'desc' },
    take: 1,
    select: { dossier: true },
  },
} satisfies Prisma.SiteInclude

type WithVersion = Prisma.SiteGetPayload<{ include: typeof lastVersion }>

/** A site of the actor's territory as its relatives show it; `areaM2` null when one of its buildings does not say. */
export type Relative = {
  number: string
  kind: SiteKind
  name: Localized
  areaM2: number | null
  plotHa: number | null
  point: LngLat | null
  isPublic: boolean
}

/** The units of a site of the actor's territory, those that are over left out. */
export async function readParts(actor: Actor, number: string): Promise<Relative[]> {
  const parts = await database().site.findMany({
    where: { AND: [{ parent: { number }, endedAt: null }, visibleTo(actor)] },
    include: lastVersion,
    orderBy: { number: 'asc' },
  })
  return parts.flatMap(relativeOf)
}

/** The whole that a unit is a part of; null for a site that is none. */
export async function readWhole(actor: Actor, number: string): Promise<Relative | null> {
  const whole = await database().site.findFirst({
    where: { AND: [{ parts: { some: { number } } }, visibleTo(actor)] },
    include: lastVersion,
  })
  return whole ? (relativeOf(whole)[0] ?? null) : null
}

/** Sites of the town that premises may be a part of. */
export async function listWholes(actor: Actor, townKey: string, number: string): Promise<Relative[]> {
  const sites = await database().site.findMany({
    where: {
      AND: [
        {
          townKey,
          number: { not: number },
          parentId: null,
          endedAt: null,
          kind: { in: ['building', 'complex', 'unfinished'] },
        },
        visibleTo(actor, 'site.edit'),
      ],
    },
    include: lastVersion,
    orderBy: { number: 'asc' },
    take: 500,
  })
  return sites.flatMap(relativeOf).filter((site) => isDivisible(site.kind))
}

export type Bundle = { name: Localized; sites: Relative[] }

/** The sites that the site can be had together with, itself among them; null when it is in no bundle. */
export async function readBundle(actor: Actor, number: string): Promise<Bundle | null> {
  const bundle = await database().siteBundle.findFirst({
    where: { sites: { some: { AND: [{ number }, visibleTo(actor)] } } },
    include: { sites: { where: { endedAt: null }, include: lastVersion, orderBy: { number: 'asc' } } },
  })
  if (bundle === null) return null
  const { nameKk: kk, nameRu: ru, nameEn: en } = bundle
  return { name: { kk, ru, en }, sites: bundle.sites.flatMap(relativeOf) }
}

/** Published sites of the town that a bundle may be made of: those in no other bundle than the site's own. */
export async function listBundleMates(actor: Actor, number: string): Promise<Relative[]> {
  const site = await database().site.findFirst({
    where: { AND: [{ number }, visibleTo(actor, 'site.edit')] },
    select: { townKey: true, bundleId: true },
  })
  if (site === null) return []
  const { townKey, bundleId } = site
  const mates = await database().site.findMany({
    where: {
      AND: [
        { townKey, number: { not: number }, publishedVersionId: { not: null }, endedAt: null },
        { OR: [{ bundleId: null }, ...(bundleId === null ? [] : [{ bundleId }])] },
        visibleTo(actor, 'site.edit'),
      ],
    },
    include: lastVersion,
    orderBy: { number: 'asc' },
    take: 500,
  })
  return mates.flatMap(relativeOf)
}

/** Nothing for a draft that was dropped. */
function relativeOf({ number, kind, versions, publishedVersion }: WithVersion): Relative[] {
  const shown = versions[0] ?? publishedVersion
  if (!shown) return []
  const { identity, buildings, land }: Dossier = parseDossier(shown.dossier)
  const { name, point } = identity
  const isPublic = publishedVersion !== null
  return [{ number, kind, name, point, areaM2: totalAreaM2(buildings), plotHa: land.plotHa, isPublic }]
}
