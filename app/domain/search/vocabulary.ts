import { gradeOf, isNumber, type MatchGrade, type QueryToken } from './text'

/** A word of the vocabulary that answers a word of a query. */
export type Found = { word: number; grade: MatchGrade }

/** Answers that are kept; a catalogue is asked for the same words again and again. */
const mostKept = 500

/**
 * The different words of a catalogue, numbered: first those of letters in their order, then the numbers in theirs.
 * Beginnings are found by halving, letters inside a word by running through all words as one text.
 */
export class Vocabulary {
  readonly #words: string[]
  readonly #numbers: Float64Array
  readonly #text: string
  readonly #starts: Uint32Array
  readonly #kept = new Map<string, Found[]>()

  constructor(words: Iterable<string>) {
    const letters: string[] = []
    const numbers: number[] = []
    for (const word of words) {
      if (isNumber(word)) numbers.push(Number(word))
      else letters.push(word)
    }
    this.#words = letters.sort()
    this.#numbers = Float64Array.from(new Set(numbers)).sort()
    this.#text = `\n${this.#words.join('\n')}\n`
    this.#starts = new Uint32Array(this.#words.length)
    let start = 1
    this.#words.forEach((word, index) => {
      this.#starts[index] = start
      start += word.length + 1
    })
  }

  get size(): number {
    return this.#words.length + this.#numbers.length
  }

  /** All words. */
  words(): string[] {
    return [...this.#words, ...Array.from(this.#numbers, String)]
  }

  /** The number of a word; -1 when it is not there. */
  indexOf(word: string): number {
    if (isNumber(word)) {
      const value = Number(word)
      const at = halve(this.#numbers.length, (index) => (this.#numbers[index] as number) >= value)
      return this.#numbers[at] === value ? this.#words.length + at : -1
    }
    const at = this.#firstFrom(word)
    return this.#words[at] === word ? at : -1
  }

  /** The words that answer a word of a query, each with the best of its grades. */
  find(token: QueryToken): readonly Found[] {
    const key = `${token.whole} ${token.stem} ${token.mistakes}`
    const kept = this.#kept.get(key)
    if (kept) return kept
    if (this.#kept.size >= mostKept) this.#kept.clear()
    const found = this.#look(token)
    this.#kept.set(key, found)
    return found
  }

  #look(token: QueryToken): Found[] {
    if (isNumber(token.whole)) {
      const word = this.indexOf(token.whole)
      return word === -1 ? [] : [{ word, grade: 'start' }]
    }
    const candidates = new Set<number>()
    if (token.mistakes > 0) this.#words.forEach((_, word) => candidates.add(word))
    this.#addBeginnings(token.whole, candidates)
    this.#addBeginnings(token.stem, candidates)
    this.#addInside(token.stem, candidates)
    if (!token.whole.includes(token.stem)) this.#addInside(token.whole, candidates)
    return [...candidates].flatMap((word) => {
      const grade = gradeOf(this.#words[word] ?? '', token)
      return grade === null ? [] : [{ word, grade }]
    })
  }

  #addBeginnings(beginning: string, found: Set<number>): void {
    for (let word = this.#firstFrom(beginning); this.#words[word]?.startsWith(beginning); word++) found.add(word)
  }

  #addInside(part: string, found: Set<number>): void {
    for (let at = this.#text.indexOf(part); at !== -1;) {
      const word = halve(this.#starts.length, (index) => (this.#starts[index] as number) > at) - 1
      found.add(word)
      at = this.#text.indexOf(part, (this.#starts[word] ?? at) + (this.#words[word]?.length ?? 0))
    }
  }

  #firstFrom(word: string): number {
    return halve(this.#words.length, (index) => (this.#words[index] ?? '') >= word)
  }
}

/** The first of `0..length - 1` from which on `holds` is true; `length` when it never is. */
function halve(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
