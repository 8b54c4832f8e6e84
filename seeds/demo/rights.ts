import type { Localized } from '#app/domain/kernel/localized'
import type { Dossier, Ownership, Tenure } from '#app/domain/sites/model'
import type { Random } from '#seeds/builders/random'
import type { SiteEntry } from './demo-data'
import { empty } from './dossier-words'

type RightsFacts = { entry: SiteEntry; isLand: boolean; areaM2: number; plotHa: number; confirmedAt: Date }

/** Who owns the invented site, how it can be had and for how much. */
export function inventRights(
  random: Random,
  { entry, isLand, areaM2, plotHa, confirmedAt }: RightsFacts,
): Dossier['rights'] {
  const ownership = random.weigh<Ownership>([
    ['communal', 62],
    ['quasi_state', 14],
    ['private', isLand ? 0 : 15],
    ['republican', 6],
    ['unknown', 3],
  ])
  const tenures = chooseTenures(random, ownership, isLand)
  const isPledgeable = ownership === 'private' || ownership === 'quasi_state'
  const idleMonths = random.whole(14, 190)
  return {
    ownership,
    tenures: [...tenures],
    ...(isLand ? inventLandPrice(random, plotHa) : inventPrice(random, areaM2, tenures)),
    idleSince: entry.idleSince ?? (isLand || random.chance(0.08) ? null : monthBefore(confirmedAt, idleMonths)),
    encumbrances: random.weigh<Localized>([
      [empty, 55],
      [{ kk: 'Ауыртпалық жоқ', ru: 'Обременений нет', en: 'No encumbrances' }, 35],
      [{ kk: 'Банк кепілінде', ru: 'В залоге у банка', en: 'Pledged to a bank' }, isPledgeable ? 25 : 0],
    ]),
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
