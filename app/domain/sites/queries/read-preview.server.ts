import type { Actor } from '#app/domain/accounts/model'
import { localDateOf } from '#app/domain/kernel/local-date'
import { listRegions, readTown } from '#app/domain/towns/queries.server'
import { notFound } from '#app/platform/http/not-found.server'
import { accessLevels } from '../choices'
import type { OwnDossier } from '../own-site'
import type { PassportSource } from '../passport/source'
import { papersOf, photosAt } from '../public-files'
import { completenessOf } from '../submission'
import { withholdInternal } from '../withhold-internal'
import { readRelatives } from './read-relatives.server'

/** What a preview cannot know by itself: the rules in force and the operator's map. */
type Preview = Omit<PassportSource, 'article234' | 'styleUrl'>

/**
 * What the passport would show of a site of the actor's territory. A version in work is seen as it would be on the day of
 * its publication, which confirms it; without one the published data are as fresh as they are. Nobody answers in a preview.
 */
export async function readPreview(actor: Actor, own: OwnDossier, now = new Date()): Promise<Preview> {
  const dossier = own.version?.dossier ?? own.published
  const [town, regions, surroundings] = await Promise.all([
    readTown(own.townKey),
    listRegions(),
    readRelatives(actor, own.number),
  ])
  if (town === null || dossier === null) throw notFound()
  const { population, enterprises, rail, road } = town.facts
  const { number, kind, isDemo, version, confirmedAt, freshness } = own
  const files = own.files.map(({ fileId, ...file }) => ({ id: fileId, ...file }))
  return {
    ...{ number, kind, isDemo, now, surroundings },
    // Not `published`: a preview offers no inquiry.
    status: own.isEnded ? own.status : 'draft',
    dossier: withholdInternal(dossier),
    completeness: completenessOf(kind, dossier, own.hasParent).percent,
    freshness: version === null ? (freshness ?? 'fresh') : 'fresh',
    confirmedAt: version === null && confirmedAt !== null ? new Date(confirmedAt) : now,
    confirmations: version === null ? own.confirmations : {},
    ...{ endedAt: null, endReason: null, statusNote: null },
    photos: photosAt(dossier, files, accessLevels),
    papers: papersOf(dossier, files),
    hiddenPhotos: 0,
    openLevels: accessLevels,
    town: { key: town.key, name: town.name, population, enterprises, rail, road },
    region: regions.find((region) => region.key === town.regionKey)?.name ?? town.name,
    ...{ body: null, firstAnswerDays: null, answersInTime: null, today: localDateOf(now) },
  }
}
