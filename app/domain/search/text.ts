import { foldText } from '#app/domain/kernel/fold'

/** Folded words of a site, parted by spaces: those of its name, and those of its place and number. */
export type SearchText = { name: string; place: string }

/** A word of a query. `mistakes`: so many wrong letters are allowed, since without them it finds nothing. */
export type QueryToken = { whole: string; stem: string; mistakes: number }

/** Russian endings of nouns and adjectives, longest first; a light stemmer is enough because stems match inside words. */
const endings =
  /(?:скими|ского|скому|ской|ском|ских|ским|ская|ское|ские|ский|скую|иями|ями|ами|иях|иям|ого|его|ому|ему|ыми|ими|ией|ьев|ах|ях|ам|ям|ой|ей|ою|ею|ом|ем|ов|ев|ая|яя|ое|ее|ые|ие|ый|ий|ых|их|ым|им|ую|юю|ию|ия|ии|а|я|о|е|ы|и|у|ю|ь)$/u

const shortestStem = 3

/** Shorter words count at the beginning of a word only. */
const shortestInside = 3

/** More digits than a number can hold exactly tell nothing apart that anybody looks for. */
const longestNumber = 15

/** From so many letters on, a word that finds nothing may have one wrong letter, and two. */
const shortestWithMistakes = { one: 4, two: 8 } as const

/** What a match weighs: more at the start of a word, more in the name than in the place. Integers, eighths of a point. */
export const weights = {
  start: { name: 32, place: 24 },
  stem: { name: 24, place: 16 },
  inside: { name: 4, place: 3 },
  mistaken: { name: 2, place: 1 },
} as const
export type MatchGrade = keyof typeof weights

/** Index text of a site. `names` and `places` are texts in any of the languages. */
export function indexText(names: readonly string[], places: readonly string[], number: string): SearchText {
  return { name: join(names), place: join([...places, number]) }
}

/** Words of a query, each with its stem; no words for a text of nothing but signs. */
export function readQuery(q: string): QueryToken[] {
  return q
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’ʼ]+/u)
    .flatMap((word) => {
      const stems = splitWords(foldText(stemOf(word)))
      return splitWords(foldText(word)).map((whole, index) => ({ whole, stem: stems[index] ?? whole, mistakes: 0 }))
    })
}

/** The word with mistakes allowed, for when it finds nothing without; null for numbers and short words. */
export function allowMistakes(token: QueryToken): QueryToken | null {
  const { one, two } = shortestWithMistakes
  if (isNumber(token.whole) || token.whole.length < one) return null
  return { ...token, mistakes: token.whole.length < two ? 1 : 2 }
}

/**
 * How well a site's text answers the words: 0 when one of them is nowhere, else more for the start of a word than for
 * its middle, and more in the name than in the place. A query without words is answered by everything with 1.
 */
export function scoreText(text: SearchText, query: readonly QueryToken[]): number {
  let score = 1
  for (const token of query) {
    const found = Math.max(weigh(text.name, 'name', token), weigh(text.place, 'place', token))
    if (found === 0) return 0
    score += found / 8
  }
  return score
}

function weigh(text: string, field: 'name' | 'place', token: QueryToken): number {
  const grades = text.split(' ').map((word) => gradeOf(word, token))
  return Math.max(0, ...grades.map((grade) => (grade === null ? 0 : weights[grade][field])))
}

/** How a word of a site answers a word of a query; null when it does not. Numbers are whole or not there. */
export function gradeOf(word: string, { whole, stem, mistakes }: QueryToken): MatchGrade | null {
  if (word === '') return null
  if (isNumber(whole)) return word === whole ? 'start' : null
  if (word.startsWith(whole)) return 'start'
  if (word.startsWith(stem)) return 'stem'
  if (stem.length >= shortestInside && (word.includes(whole) || word.includes(stem))) return 'inside'
  return mistakes > 0 && isNearly(word, whole, mistakes) ? 'mistaken' : null
}

export function isNumber(word: string): boolean {
  return /^\d+$/.test(word)
}

/**
 * Whether one word becomes the other with at most so many mistakes: a letter too many, too few, another one, or two
 * neighbours the wrong way round (optimal string alignment).
 */
export function isNearly(left: string, right: string, mistakes: number): boolean {
  if (Math.abs(left.length - right.length) > mistakes) return false
  let [before, last] = [[] as number[], Array.from({ length: right.length + 1 }, (_, index) => index)]
  for (let row = 1; row <= left.length; row++) {
    const line = [row]
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1]
      const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      if (isSwapped && row > 1 && column > 1) cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      line.push(cost)
    }
    if (Math.min(...line) > mistakes) return false
    ;[before, last] = [last, line]
  }
  return (last[right.length] ?? Infinity) <= mistakes
}

function stemOf(word: string): string {
  const stem = word.replace(endings, '')
  return stem.length >= shortestStem ? stem : word
}

function join(texts: readonly string[]): string {
  return [...new Set(texts.flatMap((text) => splitWords(foldText(text))))].join(' ')
}

/** Letters and digits are words of their own ("цех2", TMT0042), and zeros in front of a number do not count. */
function splitWords(folded: string): string[] {
  const words = folded.match(/\d+|[^\d\s]+/g) ?? []
  return words.map((word) => (isNumber(word) ? word.replace(/^0+(?=\d)/, '').slice(0, longestNumber) : word))
}
