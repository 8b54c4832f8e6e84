import { unknownUtility } from '#app/domain/sites/empty-dossier'
import type { Dossier } from '#app/domain/sites/model'
import { createRandom, type Random } from '#seeds/builders/random'

const dayMs = 86_400_000

/** A version that was public once: what the akimat knew and offered before. */
export type EarlierVersion = { dossier: Dossier; publishedAt: Date }

type Facts = { number: string; dossier: Dossier; publishedAt: Date; confirmedAt: Date; isShowcase: boolean }

/**
 * The published versions of an invented site but the last, oldest first, and when the last one followed. Most sites have
 * had only one. The first became public when the site did.
 */
export function inventHistory(facts: Facts): { earlier: EarlierVersion[]; lastPublishedAt: Date } {
  const { number, dossier, publishedAt, confirmedAt, isShowcase } = facts
  const random = createRandom(`history:${number}`)
  const span = confirmedAt.getTime() - publishedAt.getTime()
  const wished = random.weigh([
    [0, 66],
    [1, 22],
    [2, 12],
  ] as const)
  const count = isShowcase ? 2 : span < 20 * dayMs ? 0 : wished
  const versions: EarlierVersion[] = []
  let later = dossier
  for (let place = count - 1; place >= 0; place -= 1) {
    later = unlearn(random, later)
    versions.unshift({ dossier: later, publishedAt: new Date(publishedAt.getTime() + (span * place) / (count + 1)) })
  }
  return { earlier: versions, lastPublishedAt: new Date(publishedAt.getTime() + (span * count) / (count + 1)) }
}

type Undo = (dossier: Dossier, random: Random) => Dossier

/** Things that akimats change or learn; undone they give the version before. */
const undoings: readonly Undo[] = [
  (dossier) => {
    const { rights } = dossier
    if (rights.price === null) return { ...dossier, rights: { ...rights, priceNegotiable: !rights.priceNegotiable } }
    return { ...dossier, rights: { ...rights, price: Math.round((rights.price * 1.2) / 10) * 10 } }
  },
  (dossier, random) => withElectricity(dossier, random.pick([0.5, 0.6, 0.8])),
  (dossier) => ({ ...dossier, utilities: { ...dossier.utilities, water: unknownUtility() } }),
  (dossier) => ({ ...dossier, photos: dossier.photos.slice(0, 1) }),
  (dossier) => ({ ...dossier, rights: { ...dossier.rights, steps: dossier.rights.steps.slice(0, 2) } }),
  (dossier) => ({ ...dossier, commitments: [] }),
  (dossier) => ({
    ...dossier,
    buildings: dossier.buildings.map((building) => ({ ...building, floorLoadTM2: null, columnGrid: '' })),
  }),
  (dossier) => ({
    ...dossier,
    environment: { ...dossier.environment, contamination: 'unknown', hazardClass: 'unknown' },
  }),
]

/** The dossier with three of the things undone that somebody may have learned since. */
export function unlearn(random: Random, dossier: Dossier): Dossier {
  const start = random.whole(0, undoings.length - 1)
  return [0, 3, 5].reduce((before, step) => {
    const undo = undoings[(start + step) % undoings.length]
    return undo ? undo(before, random) : before
  }, dossier)
}

/** Less was free then: what has become free since was still in use. */
function withElectricity(dossier: Dossier, share: number): Dossier {
  const { electricity } = dossier.utilities
  if (electricity.free === null || electricity.free === 0) return dossier
  const free = Math.round((electricity.free * share) / 10) * 10
  const used = electricity.used === null ? null : electricity.used + (electricity.free - free)
  return { ...dossier, utilities: { ...dossier.utilities, electricity: { ...electricity, free, used } } }
}
