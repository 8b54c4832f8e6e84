import { utilityKinds } from '#app/domain/kernel/quantity'
import { quantityCriteria, type Brief } from '#app/domain/matching/model'
import { presetOf } from '#app/domain/matching/presets'
import { BriefSchema } from '#app/domain/matching/schema'
import { hashLinkSecret } from '#app/platform/secrets/link-secret.server'
import { createRandom, type Random } from '#seeds/builders/random'
import { stableId } from '#seeds/builders/stable-id'
import { sectorKeys } from '#app/domain/towns/model'
import type { DemoPart } from './demo-part'

const count = 90
const dayMs = 86_400_000

/** Briefs that nobody can open: investors of the demo who asked and left. They are what the demand of the towns shows. */
export const demandPart: DemoPart<null> = {
  key: 'demo-demand',
  prepare: () => Promise.resolve(null),
  async write(tx, _prepared, { now, reference }) {
    const random = createRandom('demo-demand')
    const towns = reference.towns.map(({ key, region }) => ({ key, regionKey: region }))
    await tx.brief.createMany({
      data: Array.from({ length: count }, (_, index) => {
        const at = new Date(now.getTime() - random.whole(1, 120) * dayMs)
        return {
          id: stableId(`demo-demand/${index}`),
          secretHash: hashLinkSecret(`demo-demand/${index}/${random.next()}`),
          locale: random.pick(['kk', 'ru', 'en']),
          title: '',
          body: BriefSchema.parse(inventBrief(random, towns)),
          isDemo: true,
          createdAt: at,
          updatedAt: at,
        }
      }),
    })
  },
}

/** A preset of a sector made smaller or larger; half of the investors name a region or a town. */
export function inventBrief(random: Random, towns: readonly { key: string; regionKey: string }[]): Brief {
  const sector = random.weigh(sectorKeys.map((key) => [key, key === 'manufacturing' || key === 'logistics' ? 3 : 1]))
  const { needs, ...rest } = presetOf(sector)
  const scale = random.pick([0.5, 1, 1, 1.5, 2, 3])
  for (const criterion of quantityCriteria) {
    const need = needs[criterion]
    if (need === undefined) continue
    const isUtility = utilityKinds.some((kind) => kind === criterion)
    need.min = Number((need.min * (criterion === 'height' ? 1 : scale)).toPrecision(2))
    if (isUtility && need.importance === '3' && random.chance(0.5)) need.importance = 'must'
  }
  const town = random.pick(towns)
  const place = random.weigh([
    ['none', 5],
    ['region', 3],
    ['town', 2],
  ])
  if (place === 'region') needs.place = { regions: [town.regionKey], towns: [], importance: 'must' }
  if (place === 'town') needs.place = { regions: [], towns: [town.key], importance: 'must' }
  return { ...rest, needs }
}
