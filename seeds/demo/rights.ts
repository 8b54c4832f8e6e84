import { localDateOf } from '#app/domain/kernel/local-date'
import type { Ownership, SourceKind, Tenure } from '#app/domain/sites/choices'
import { emptyDossier, noProvenance } from '#app/domain/sites/empty-dossier'
import type { Dossier } from '#app/domain/sites/model'
import { createRandom, type Random } from '#seeds/builders/random'
import { encumbranceTexts, inventSteps } from './acquisition'
import type { SiteEntry } from './demo-data'
import { inventProvenance, sourceOrNone } from './provenance'

type RightsFacts = {
  number: string
  entry: SiteEntry
  isLand: boolean
  areaM2: number
  plotHa: number
  confirmedAt: Date
}

/** Who owns the invented site, how it can be had and for how much. */
export function inventRights(
  random: Random,
  { number, entry, isLand, areaM2, plotHa, confirmedAt }: RightsFacts,
): Dossier['rights'] {
  const ownership = random.weigh<Ownership>([
    ['communal', 62],
    ['quasi_state', 14],
    ['private', isLand ? 0 : 15],
    ['republican', 6],
    ['unknown', 3],
  ])
  const tenures = chooseTenures(random, ownership, isLand)
  const idleMonths = random.whole(14, 190)
  const encumbrances = inventEncumbrances(random, ownership)
  const price = isLand ? inventLandPrice(random, plotHa) : inventPrice(random, areaM2, tenures)
  const idleSince = entry.idleSince ?? (isLand || random.chance(0.08) ? null : monthBefore(confirmedAt, idleMonths))
  const more = createRandom(`path:${number}`)
  return {
    ...emptyDossier('land').rights,
    ...{ ownership, tenures: [...tenures], idleSince, ...price, ...encumbrances },
    consent: ownership === 'private' || ownership === 'quasi_state' || more.chance(0.3) ? 'yes' : 'unknown',
    steps: inventSteps({ random: more, ownership, tenures, isLand }),
    provenance: inventSources(number, { ownership, idleSince, ...price, ...encumbrances }, confirmedAt),
  }
}

type Encumbered = Pick<Dossier['rights'], 'encumbranceState' | 'encumbrances'>

function inventEncumbrances(random: Random, ownership: Ownership): Encumbered {
  const isPledgeable = ownership === 'private' || ownership === 'quasi_state'
  const present = (kind: keyof typeof encumbranceTexts): Encumbered => {
    return { encumbranceState: 'present', encumbrances: [{ kind, text: encumbranceTexts[kind] }] }
  }
  return random.weigh<Encumbered>([
    [{ encumbranceState: 'unknown', encumbrances: [] }, 46],
    [{ encumbranceState: 'none', encumbrances: [] }, 36],
    [present('pledge'), isPledgeable ? 25 : 0],
    [present('lease'), 5],
    [present('servitude'), 4],
  ])
}

/** Papers about the rights: where somebody said something, mostly a paper says it. */
function inventSources(
  number: string,
  rights: Pick<Dossier['rights'], 'ownership' | 'price' | 'idleSince' | 'encumbranceState'>,
  confirmedAt: Date,
): Dossier['rights']['provenance'] {
  const random = createRandom(`rights:${number}`)
  const confirmedOn = localDateOf(confirmedAt)
  const from = (isSaid: boolean, sources: readonly SourceKind[]) =>
    isSaid ? sourceOrNone(random, 0.8, () => inventProvenance(random, confirmedOn, sources)) : noProvenance()
  return {
    ownership: from(rights.ownership !== 'unknown', ['document']),
    price: from(rights.price !== null, ['document', 'estimate']),
    idleSince: from(rights.idleSince !== null, ['document', 'visual']),
    encumbrances: from(rights.encumbranceState !== 'unknown', ['document']),
  }
}

function chooseTenures(random: Random, ownership: Ownership, isLand: boolean): readonly Tenure[] {
  if (isLand)
    return random.pick<readonly Tenure[]>([['lease', 'lease_with_buyout'], ['lease_with_buyout'], ['lease', 'sale']])
  if (ownership === 'private')
    return random.pick<readonly Tenure[]>([['lease', 'sale'], ['lease'], ['sale'], ['lease', 'lease_with_buyout']])
  if (ownership === 'quasi_state')
    return random.pick<readonly Tenure[]>([['lease', 'lease_with_buyout'], ['lease', 'ppp'], ['sale']])
  if (ownership === 'republican')
    return random.pick<readonly Tenure[]>([
      ['trust_management', 'inkind_grant'],
      ['inkind_grant', 'ppp'],
    ])
  return random.pick<readonly Tenure[]>([
    ['trust_management', 'art234_free_transfer'],
    ['lease', 'trust_management', 'art234_free_transfer'],
    ['lease', 'art234_free_transfer'],
    ['lease', 'inkind_grant'],
    ['lease', 'lease_with_buyout'],
  ])
}

type Price = Pick<Dossier['rights'], 'priceKind' | 'price' | 'priceNegotiable'>

/** Rents of 150-900 ₸ for m² and month are what communal property in small towns costs (unverified). */
function inventPrice(random: Random, areaM2: number, tenures: readonly Tenure[]): Price {
  const priceNegotiable = random.chance(0.3)
  const rent = random.between(150, 900, 10)
  const monthly = Math.round((rent * areaM2) / 10_000) * 10_000
  const purchase = Math.round((areaM2 * random.between(14, 58, 1)) / 1000) * 1_000_000
  const isForSale = tenures.includes('sale') || tenures.includes('lease_with_buyout')
  const isForRent = tenures.some((tenure) => tenure !== 'sale' && tenure !== 'inkind_grant')
  return random.weigh<Price>([
    [{ priceKind: 'rent_m2_month', price: rent, priceNegotiable }, isForRent ? 56 : 0],
    [{ priceKind: 'rent_month', price: monthly, priceNegotiable }, isForRent ? 12 : 0],
    [{ priceKind: 'purchase', price: purchase, priceNegotiable }, isForSale ? 60 : 0],
    [{ priceKind: null, price: null, priceNegotiable: true }, 18],
  ])
}

function inventLandPrice(random: Random, plotHa: number): Price {
  const price = Math.round(random.between(1.4, 6.2, 0.1) * plotHa * 10) * 100_000
  return { priceKind: 'purchase', price, priceNegotiable: random.chance(0.3) }
}

function monthBefore(day: Date, months: number): string {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months, 1)).toISOString().slice(0, 7)
}
