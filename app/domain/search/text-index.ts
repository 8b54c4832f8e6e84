import { packPostings, readPostings, type Postings } from './postings'
import { allowMistakes, gradeOf, weights, type QueryToken, type SearchText } from './text'
import { Vocabulary } from './vocabulary'

/** Rows that answer a query, rising, and the score of each of them in eighths. */
export type TextMatch = { rows: Uint32Array; scores: Uint16Array }

/** What a search works with, kept so that it need not be made anew: weights by row, and the rows that have one. */
type Work = { best: Uint8Array; touched: Uint32Array; rows: Uint32Array; count: number }

/** Lists of a word: rows that have it in the name, rows that have it in the place. */
const fields = ['name', 'place'] as const

/**
 * Which rows have which words. Rows that are there at the start are packed; later ones stand beside them, until the
 * catalogue is packed anew.
 */
export class TextIndex {
  readonly #vocabulary: Vocabulary
  readonly #packed: Postings
  #work: Work = { best: new Uint8Array(0), touched: new Uint32Array(0), rows: new Uint32Array(0), count: 0 }
  readonly #late = new Map<string, Record<(typeof fields)[number], number[]>>()

  constructor(vocabulary: Vocabulary, packed: Postings) {
    this.#vocabulary = vocabulary
    this.#packed = packed
  }

  /** The same index for other numbers of the rows: `positions[row]` is the new one, -1 for a row that is gone. */
  renumber(positions: Int32Array): TextIndex {
    const words = new Set([...this.#vocabulary.words(), ...this.#late.keys()])
    const vocabulary = new Vocabulary(words)
    const rows = new Uint32Array(positions.length)
    const packed = packPostings(2 * vocabulary.size, (take) => {
      for (const word of words) {
        fields.forEach((field, index) => {
          const known = this.#vocabulary.indexOf(word)
          const count = known === -1 ? 0 : readPostings(this.#packed, 2 * known + index, rows)
          const late = this.#late.get(word)?.[field] ?? []
          const moved = new Int32Array(count + late.length)
          for (let at = 0; at < count; at++) moved[at] = positions[rows[at] as number] as number
          late.forEach((row, at) => (moved[count + at] = positions[row] as number))
          moved.sort()
          const list = 2 * vocabulary.indexOf(word) + index
          for (const row of moved) if (row !== -1) take(list, row)
        })
      }
    })
    return new TextIndex(vocabulary, packed)
  }

  /** Takes in a row that is greater than all before. */
  add(row: number, text: SearchText): void {
    for (const field of fields) {
      for (const word of splitText(text[field])) {
        let lists = this.#late.get(word)
        if (!lists) this.#late.set(word, (lists = { name: [], place: [] }))
        lists[field].push(row)
      }
    }
  }

  /** The rows that answer all words of a query, each at its best. `isLive` is 0 for rows that do not count. */
  find(query: readonly QueryToken[], isLive: Uint8Array, size: number): TextMatch {
    let match: TextMatch | null = null
    for (const token of query) {
      const mistaken = this.#weigh(token, isLive, size) === 0 ? allowMistakes(token) : null
      if (mistaken) this.#weigh(mistaken, isLive, size)
      match = match === null ? this.#firstMatch(size) : this.#narrow(match)
    }
    return match ?? { rows: new Uint32Array(0), scores: new Uint16Array(0) }
  }

  #firstMatch(size: number): TextMatch {
    const rows = this.#touchedInOrder(size)
    const { best } = this.#work
    const scores = new Uint16Array(rows.length)
    for (let at = 0; at < rows.length; at++) scores[at] = best[rows[at] as number] as number
    return { rows, scores }
  }

  /** The rows that have the word as well, with its weight on top. */
  #narrow({ rows, scores }: TextMatch): TextMatch {
    const { best } = this.#work
    let kept = 0
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number
      const weight = best[row] as number
      if (weight === 0) continue
      rows[kept] = row
      scores[kept++] = (scores[at] as number) + weight
    }
    return { rows: rows.subarray(0, kept), scores: scores.subarray(0, kept) }
  }

  /** Leaves in `#work` the best weight of a word of a query in each row and says how many rows have one. */
  #weigh(token: QueryToken, isLive: Uint8Array, size: number): number {
    const { rows } = this.#clear(size)
    for (const { word, grade } of this.#vocabulary.find(token)) {
      fields.forEach((field, index) => {
        this.#take(rows, readPostings(this.#packed, 2 * word + index, rows), weights[grade][field], isLive)
      })
    }
    for (const [word, lists] of this.#late) {
      const grade = gradeOf(word, token)
      if (grade === null) continue
      for (const field of fields) this.#take(lists[field], lists[field].length, weights[grade][field], isLive)
    }
    return this.#work.count
  }

  #take(list: Uint32Array | number[], length: number, weight: number, isLive: Uint8Array): void {
    const { best, touched } = this.#work
    let { count } = this.#work
    for (let index = 0; index < length; index++) {
      const row = list[index] as number
      const before = best[row] as number
      if (before >= weight || isLive[row] === 0) continue
      if (before === 0) touched[count++] = row
      best[row] = weight
    }
    this.#work.count = count
  }

  /** Forgets what was weighed last and makes room for so many rows. */
  #clear(size: number): Work {
    const { best, touched, count } = this.#work
    if (best.length < size) {
      const room = Math.ceil(size * 1.2)
      this.#work = { best: new Uint8Array(room), touched: new Uint32Array(room), rows: new Uint32Array(room), count: 0 }
    } else {
      for (let index = 0; index < count; index++) best[touched[index] as number] = 0
      this.#work.count = 0
    }
    return this.#work
  }

  /** The rows that were touched, rising: by sorting when they are few, else by looking at all. */
  #touchedInOrder(size: number): Uint32Array {
    const { best, touched, count } = this.#work
    if (count * 16 < size) return touched.slice(0, count).sort()
    const rows = new Uint32Array(count)
    let at = 0
    for (let row = 0; row < size; row++) if (best[row] !== 0) rows[at++] = row
    return rows
  }
}

/** Gathers the words of rows one by one, in any order, and packs them in the order that the rows get. */
export class TextIndexBuilder {
  readonly #codes = new Map<string, number>()
  #lists = new Uint32Array(1024)
  #used = 0
  readonly #ends: number[] = []

  add(text: SearchText): void {
    fields.forEach((field, index) => {
      for (const word of splitText(text[field])) this.#push(2 * this.#codeOf(word) + index)
    })
    this.#ends.push(this.#used)
  }

  #codeOf(word: string): number {
    let code = this.#codes.get(word)
    if (code === undefined) this.#codes.set(word, (code = this.#codes.size))
    return code
  }

  #push(list: number): void {
    if (this.#used === this.#lists.length) {
      const larger = new Uint32Array(this.#used * 2)
      larger.set(this.#lists)
      this.#lists = larger
    }
    this.#lists[this.#used++] = list
  }

  /** `order[row]` is the position at which the row of that number was added. */
  finish(order: Uint32Array): TextIndex {
    const vocabulary = new Vocabulary(this.#codes.keys())
    const wordOf = new Uint32Array(this.#codes.size)
    for (const [word, code] of this.#codes) wordOf[code] = vocabulary.indexOf(word)
    this.#codes.clear()
    const packed = packPostings(2 * vocabulary.size, (take) => {
      order.forEach((position, row) => {
        const end = this.#ends[position] as number
        for (let at = position === 0 ? 0 : (this.#ends[position - 1] as number); at < end; at++) {
          const list = this.#lists[at] as number
          take(2 * (wordOf[list >> 1] as number) + (list & 1), row)
        }
      })
    })
    this.#lists = new Uint32Array(0)
    this.#ends.length = 0
    return new TextIndex(vocabulary, packed)
  }
}

function splitText(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}
