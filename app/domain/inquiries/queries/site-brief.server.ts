import type { Actor } from '#app/domain/accounts/model'
import { utilityKinds } from '#app/domain/kernel/quantity'
import { canInquire } from '#app/domain/sites/passport-rules'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import { floorAreaM2, freeCapacity, freshnessOf, isFloorAreaWhole } from '#app/domain/sites/rules'
import { listTowns } from '#app/domain/towns/queries.server'
import type { SiteBrief } from '../model'

/** The published sites with these numbers, in their order; a number without a public page is left out. */
export async function readSiteBriefs(actor: Actor, numbers: readonly string[], now = new Date()): Promise<SiteBrief[]> {
  const towns = await listTowns()
  const sites = await Promise.all(numbers.map((number) => readPassport(actor, number)))
  return sites.flatMap((site): SiteBrief[] => {
    const town = towns.find(({ key }) => key === site?.townKey)
    if (site === null || town === undefined) return []
    const { dossier } = site
    return [
      {
        number: site.number,
        kind: site.kind,
        name: dossier.identity.name,
        town: town.name,
        regionKey: town.regionKey,
        isDemo: site.isDemo,
        isOffered: canInquire(site.status),
        areaM2: floorAreaM2(dossier.buildings),
        isAreaWhole: isFloorAreaWhole(dossier.buildings),
        plotHa: dossier.land.plotHa,
        utilities: utilityKinds.map((kind) => ({
          kind,
          presence: dossier.utilities[kind].presence,
          free: freeCapacity(dossier.utilities[kind]),
        })),
        confirmedAt: site.confirmedAt?.toISOString() ?? null,
        freshness: freshnessOf(site.confirmBy, now),
        photo: site.photos[0] ?? null,
      },
    ]
  })
}
