import { addDays, type LocalDate } from '#app/domain/kernel/local-date'
import type { Localized } from '#app/domain/kernel/localized'
import { noProvenance } from '#app/domain/sites/empty-dossier'
import type { Commitment, Dossier } from '#app/domain/sites/model'
import { createRandom, type Random } from '#seeds/builders/random'
import { stableId } from '#seeds/builders/stable-id'
import { inventReference } from './provenance'

/** Support of the missing infrastructure, as the measure `infra_support` of the reference names it. */
export const infrastructureProgramme = '«Іскер аймақ»'

const notes: Record<'capacity' | 'road' | 'repair' | 'cleanup', Localized> = {
  capacity: {
    kk: 'Желіні учаске шекарасына дейін жеткізу',
    ru: 'Подведение сети до границы участка',
    en: 'The network is brought to the border of the plot',
  },
  road: {
    kk: 'Кіреберіс жолды жөндеу',
    ru: 'Ремонт подъездной дороги',
    en: 'Repair of the access road',
  },
  repair: { kk: 'Шатырды жөндеу', ru: 'Ремонт кровли', en: 'Repair of the roof' },
  cleanup: {
    kk: 'Аумақты қоқыстан тазарту',
    ru: 'Расчистка территории',
    en: 'Clearing of the grounds',
  },
}

type Work = { work: Commitment['work']; added: number | null; note: Localized; budget: readonly [number, number] }

/** `today` moves the terms, so that whenever the demo is loaded some are ahead, some are kept and some are missed. */
type Context = { number: string; utilities: Dossier['utilities']; isLand: boolean; today: LocalDate }

/** What the authority promises for an invented site; most are promised nothing. */
export function inventCommitments(context: Context): Commitment[] {
  const random = createRandom(`commitments:${context.number}`)
  const count = random.weigh([
    [0, 66],
    [1, 26],
    [2, 8],
  ] as const)
  const works = listWorks(random, context)
  return works.slice(0, count).map((work, index) => promise(random, work, `${context.number}:${index}`, context.today))
}

/** What is missing first: capacity that is not there or used up, then the road, the roof, the grounds. */
function listWorks(random: Random, { utilities, isLand }: Context): Work[] {
  const steps = { electricity: 100, water: 10, sewer: 10, heat: 0.2, gas: 50 } as const
  const lacking = (['electricity', 'water', 'heat', 'gas', 'sewer'] as const).filter((kind) => {
    const { presence, free } = utilities[kind]
    return presence === 'planned' || presence === 'none' || free === 0
  })
  const capacity = lacking.slice(0, 1).map((work): Work => {
    const added = Number((steps[work] * random.whole(2, 6)).toFixed(1))
    return { work, added, note: notes.capacity, budget: [40, 320] }
  })
  const others: Work[] = [
    { work: 'road', added: null, note: notes.road, budget: [20, 110] },
    ...(isLand ? [] : [{ work: 'repair' as const, added: null, note: notes.repair, budget: [15, 90] as const }]),
    { work: 'cleanup', added: null, note: notes.cleanup, budget: [2, 14] },
  ]
  return [...capacity, ...others.slice(random.whole(0, 1))]
}

function promise(random: Random, { work, added, note, budget }: Work, key: string, today: LocalDate): Commitment {
  const [state, from, to] = random.weigh<[Commitment['state'], number, number]>([
    [['planned', 200, 560], 30],
    [['funded', 120, 420], 26],
    [['in_progress', 30, 240], 22],
    [['done', -300, -20], 14],
    [['in_progress', -120, -15], 8],
  ])
  const isFunded = state !== 'planned'
  return {
    id: stableId(`commitment:${key}`),
    ...{ work, added, note, state },
    dueOn: addDays(today, random.whole(from, to)),
    programme: isFunded && random.chance(0.7) ? infrastructureProgramme : '',
    budgetKzt: isFunded ? random.whole(...budget) * 1_000_000 : null,
    provenance: isFunded
      ? {
          source: 'document',
          reference: inventReference(random),
          asOf: addDays(today, -random.whole(90, 420)),
          validUntil: null,
        }
      : noProvenance(),
  }
}
