import { confirmGroups, type Confirmed, type SiteTerm } from '#app/domain/sites/confirmation'
import type { Dossier } from '#app/domain/sites/model'
import { createRandom } from '#seeds/builders/random'

type Moments = { confirmedAt: Date; now: Date }

/** The confirmations of an invented site: everything at once, and on some sites the networks once more since then. */
export function inventConfirmations(
  number: string,
  dossier: Dossier,
  { confirmedAt, now }: Moments,
): Confirmed & SiteTerm {
  const random = createRandom(`confirmations:${number}`)
  const all = confirmGroups(dossier, { confirmations: {}, confirmedAt: null }, null, confirmedAt)
  const later = new Date(confirmedAt.getTime() + random.next() * (now.getTime() - confirmedAt.getTime()))
  return random.chance(0.25) ? confirmGroups(dossier, all, ['utilities'], later) : all
}
