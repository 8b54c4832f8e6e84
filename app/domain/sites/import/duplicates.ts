import { foldText } from '#app/domain/kernel/fold'
import { distanceM, type LngLat } from '#app/domain/kernel/geo'
import type { Localized } from '#app/domain/kernel/localized'
import type { Likeness } from './model'

/** What tells whether two dossiers may be about one place. */
export type Known = {
  siteId: string | null
  siteNumber: string | null
  rowNumber: number | null
  name: Localized
  cadastralNumbers: string[]
  point: LngLat | null
  /** Identifier in the register that it came from. */
  reference: string
}

/** Sites nearer than this with a similar name may be one (the issue's own bound). */
export const nearM = 50
/** Share of letter pairs that similar names have in common. */
const similar = 0.6
/** Cells of the grid are a little larger than the distance, so that only neighbours need a look. */
const cellDegrees = 0.001
const mostFound = 5

/** Everything known so far, kept so that a likeness is found without comparing all with all. */
export class Neighbours {
  readonly #byCadastre = new Map<string, Known[]>()
  readonly #byReference = new Map<string, Known[]>()
  readonly #byCell = new Map<string, Known[]>()

  add(known: Known): void {
    for (const number of known.cadastralNumbers) push(this.#byCadastre, cadastralKey(number), known)
    if (known.reference !== '') push(this.#byReference, known.reference, known)
    if (known.point !== null) push(this.#byCell, cellOf(known.point, 0, 0), known)
  }

  /** What `candidate` looks like, the surest first, at most five. */
  find(candidate: Known): Likeness[] {
    const found = new Map<Known, Likeness>()
    const note = (known: Known, reason: Likeness['reason']) => {
      if (!found.has(known)) found.set(known, likeness(candidate, known, reason))
    }
    for (const number of candidate.cadastralNumbers) {
      for (const known of this.#byCadastre.get(cadastralKey(number)) ?? []) note(known, 'cadastral')
    }
    if (candidate.reference !== '') {
      for (const known of this.#byReference.get(candidate.reference) ?? []) note(known, 'reference')
    }
    for (const known of this.#near(candidate)) note(known, 'near')
    return [...found.values()].slice(0, mostFound)
  }

  #near({ point, name }: Known): Known[] {
    if (point === null) return []
    const steps = [-1, 0, 1]
    const around = steps.flatMap((dx) => steps.flatMap((dy) => this.#byCell.get(cellOf(point, dx, dy)) ?? []))
    return around.filter(
      (known) =>
        known.point !== null &&
        distanceM(point, known.point) <= nearM &&
        namesOf(name).some((one) => namesOf(known.name).some((other) => areSimilar(one, other))),
    )
  }
}

function namesOf({ kk, ru, en }: Localized): string[] {
  return [...new Set([kk, ru, en])].filter((name) => name !== '')
}

/** Whether two names are alike: the same letters in any of our alphabets, most pairs of them in common. */
export function areSimilar(one: string, other: string): boolean {
  const [left, right] = [pairsOf(foldText(one)), pairsOf(foldText(other))]
  if (left.length === 0 || right.length === 0) return false
  const rest = [...right]
  const common = left.filter((pair) => {
    const at = rest.indexOf(pair)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return (2 * common.length) / (left.length + right.length) >= similar
}

function pairsOf(text: string): string[] {
  return text
    .split(' ')
    .flatMap((word) =>
      word.length < 2 ? [word] : Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)),
    )
    .filter((pair) => pair !== '')
}

function likeness(
  candidate: Known,
  { siteId, siteNumber, rowNumber, name, point }: Known,
  reason: Likeness['reason'],
): Likeness {
  const metres = candidate.point && point ? Math.round(distanceM(candidate.point, point)) : null
  return { reason, siteId, siteNumber, rowNumber, name, distanceM: metres }
}

function cadastralKey(number: string): string {
  return number.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
}

/** Longitudes are shorter in the north: there the cells are as many metres, but more degrees wide. */
function cellOf([lng, lat]: LngLat, dx: number, dy: number): string {
  return `${Math.floor(lng / (2 * cellDegrees)) + dx}:${Math.floor(lat / cellDegrees) + dy}`
}

function push(map: Map<string, Known[]>, key: string, known: Known): void {
  const list = map.get(key)
  if (key === '') return
  if (list === undefined) map.set(key, [known])
  else list.push(known)
}
