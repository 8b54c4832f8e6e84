import { confirmation } from '#app/domain/sites/rules'
import { confirmedGroups } from '#app/domain/sites/choices'
import type { Dossier } from '#app/domain/sites/model'
import { createRandom } from '#seeds/builders/random'
import { inventName } from './demo-people'

/** Official of the town's akimat who answers for the data; no telephone, since every number belongs to somebody. */
export function inventResponsible(townKey: string, periods: Partial<Periods>): Dossier['responsible'] {
  const email = `editor@${townKey}.demo`
  return {
    name: inventName(email),
    position: 'главный специалист отдела предпринимательства',
    phone: '',
    email,
    confirmEveryDays: {
      ...(Object.fromEntries(confirmedGroups.map((group) => [group, confirmation.periodDays])) as Periods),
      ...periods,
    },
  }
}

type Periods = Dossier['responsible']['confirmEveryDays']

/**
 * Some akimats promise to look at their networks more often. Only where the data were confirmed a short while ago: so the
 * shares of what is due and stale stay those of the usual period.
 */
export function choosePeriods(number: string, ageDays: number): Partial<Periods> {
  const random = createRandom(`periods:${number}`)
  if (ageDays <= 14 && random.chance(0.5)) return { utilities: 30, commitments: 30 }
  if (ageDays <= 42 && random.chance(0.4)) return { utilities: 60, rights: 60 }
  return {}
}
