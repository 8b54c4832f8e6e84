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
/** More than stand on a hectare: beyond it a table has the same point in all its rows, and comparing all with all takes hours. */
const mostInCell = 500

/** Something that may be found, with its names as they are compared; those are worked out once, when they are first needed. */
class Candidate {
  #names: Int32Array[] | undefined

  constructor(readonly known: Known) {}

  get names(): Int32Array[] {
    const { kk, ru, en } = this.known.name
    this.#names ??= [...new Set([kk, ru, en])].filter((name) => name !== '').map(pairsOf)
    return this.#names
  }
}

/** Everything known so far, kept so that a likeness is found without comparing all with all. */
export class Neighbours {
  readonly #byCadastre = new Map<string, Known[]>()
  readonly #byReference = new Map<string, Known[]>()
  readonly #byCell = new Map<string, Candidate[]>()

  add(known: Known): void {
    for (const number of known.cadastralNumbers) push(this.#byCadastre, cadastralKey(number), known, mostFound)
    if (known.reference !== '') push(this.#byReference, known.reference, known, mostFound)
    if (known.point !== null) push(this.#byCell, cellOf(known.point, 0, 0), new Candidate(known), mostInCell)
  }

  /** What `candidate` looks like, the surest first, at most five. */
  find(candidate: Known): Likeness[] {
    const found = new Map<Known, Likeness>()
    for (const [known, reason] of this.#alike(candidate)) {
      if (!found.has(known)) found.set(known, likeness(candidate, known, reason))
      if (found.size === mostFound) break
    }
    return [...found.values()]
  }

  *#alike(candidate: Known): Generator<[Known, Likeness['reason']]> {
    for (const number of candidate.cadastralNumbers) {
      for (const known of this.#byCadastre.get(cadastralKey(number)) ?? []) yield [known, 'cadastral']
    }
    for (const known of this.#byReference.get(candidate.reference) ?? []) yield [known, 'reference']
    if (candidate.point === null) return
    const { names } = new Candidate(candidate)
    for (const other of this.#around(candidate.point)) {
      const isNear = other.known.point !== null && distanceM(candidate.point, other.known.point) <= nearM
      if (isNear && names.some((one) => other.names.some((name) => haveMuchInCommon(one, name)))) {
        yield [other.known, 'near']
      }
    }
  }

  *#around(point: LngLat): Generator<Candidate> {
    for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) yield* this.#byCell.get(cellOf(point, dx, dy)) ?? []
  }
}

/** Whether two names are alike: the same letters in any of our alphabets, most pairs of them in common. */
export function areSimilar(one: string, other: string): boolean {
  return haveMuchInCommon(pairsOf(one), pairsOf(other))
}

/** Both are in order: one walk along the two finds what they share. */
function haveMuchInCommon(one: Int32Array, other: Int32Array): boolean {
  const needed = (similar * (one.length + other.length)) / 2
  if (needed === 0 || Math.min(one.length, other.length) < needed) return false
  let [common, left, right] = [0, 0, 0]
  while (left < one.length && right < other.length) {
    const difference = (one[left] ?? 0) - (other[right] ?? 0)
    if (difference === 0) common += 1
    if (difference <= 0) left += 1
    if (difference >= 0) right += 1
  }
  return common >= needed
}

/** The pairs of letters in the words of a name, each as a number, in order; a word of one letter is a pair by itself. */
function pairsOf(name: string): Int32Array {
  const pairs: number[] = []
  for (const word of foldText(name).split(' ')) {
    if (word.length === 1) pairs.push(word.charCodeAt(0))
    for (let at = 1; at < word.length; at += 1) pairs.push((word.charCodeAt(at - 1) << 16) | word.charCodeAt(at))
  }
  return Int32Array.from(pairs).sort()
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

function push<Item>(map: Map<string, Item[]>, key: string, item: Item, most: number): void {
  const list = map.get(key)
  if (key === '') return
  if (list === undefined) map.set(key, [item])
  else if (list.length < most) list.push(item)
}
