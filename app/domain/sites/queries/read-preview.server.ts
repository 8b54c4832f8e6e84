import type { Actor } from '#app/domain/accounts/model'
import { listIncentives, listRegions, readTown } from '#app/domain/towns/queries.server'
import { notFound } from '#app/platform/http/not-found.server'
import type { OwnDossier } from '../own-site'
import { fallsUnderArticle234 } from '../passport-rules'

/**
 * What the passport would show of a site of the actor's territory, its version in work if there is one. Nobody answers in
 * a preview, and its data count as confirmed today.
 */
export async function readPreview(_actor: Actor, own: OwnDossier, now = new Date()) {
  const dossier = own.version?.dossier ?? own.published
  const [town, regions, measures] = await Promise.all([readTown(own.townKey), listRegions(), listIncentives()])
  if (town === null || dossier === null) throw notFound()
  const { population, enterprises, rail, road } = town.facts
  const { number, kind, isDemo } = own
  // Not `published`: a preview offers no inquiry.
  const status = own.isEnded ? own.status : ('draft' as const)
  return {
    ...{ number, kind, status, isDemo, dossier },
    freshness: 'fresh' as const,
    confirmedAt: null,
    endedAt: null,
    photos: dossier.photos.flatMap(({ fileId, alt }) => {
      const file = own.files.find((candidate) => candidate.fileId === fileId)
      return file ? [{ ...file, alt }] : []
    }),
    article234: fallsUnderArticle234(dossier.rights, now),
    town: { key: town.key, name: town.name, population, enterprises, rail, road },
    region: regions.find((region) => region.key === town.regionKey)?.name ?? town.name,
    incentives: measures.filter((measure) => dossier.offeredFor.incentives.includes(measure.key)),
    body: null,
  }
}
