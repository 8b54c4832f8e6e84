import { foldText } from '#app/domain/kernel/fold'

/** Folded words of a site: those of its name, and those of its place and number. */
export type SearchText = { name: string; place: string }

export type QueryToken = { whole: string; stem: string }

/** Russian endings of nouns and adjectives, longest first; a light stemmer is enough because stems match inside words. */
const endings =
  /(?:иями|ями|ами|иях|иям|ого|его|ому|ему|ыми|ими|ией|ьев|ах|ях|ам|ям|ой|ей|ою|ею|ом|ем|ов|ев|ая|яя|ое|ее|ые|ие|ый|ий|ых|их|ым|им|ую|юю|ию|ия|ии|а|я|о|е|ы|и|у|ю|ь)$/u

const shortestStem = 3

/** Shorter words count at the beginning of a word only. */
const shortestInside = 3

/** Index text of a site. `names` and `places` are texts in any of the languages. */
export function indexText(names: readonly string[], places: readonly string[], number: string): SearchText {
  return {
    name: join(names),
    place: join([...places, number, number.replaceAll('-', ''), number.replace(/^\D+0*/, '')]),
  }
}

/** Words of a query, each with its stem; no words for a text of nothing but signs. */
export function readQuery(q: string): QueryToken[] {
  return q
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’ʼ-]+/u)
    .flatMap((word) => {
      const whole = foldText(word)
      return whole === '' ? [] : [{ whole, stem: foldText(stemOf(word)) || whole }]
    })
}

/**
 * How well a site's text answers the words: 0 when one of them is nowhere, else more for the start of a word than for
 * its middle, and more in the name than in the place. A query without words is answered by everything with 1.
 */
export function scoreText(text: SearchText, query: readonly QueryToken[]): number {
  let score = 1
  for (const token of query) {
    const found = Math.max(scoreIn(text.name, token, 4), scoreIn(text.place, token, 3))
    if (found === 0) return 0
    score += found
  }
  return score
}

function scoreIn(text: string, token: QueryToken, weight: number): number {
  // Numbers are whole or not there: "4" is not in BLQ-0042.
  if (/^\d+$/.test(token.whole)) return text.includes(` ${token.whole} `) ? weight : 0
  if (text.includes(` ${token.whole}`)) return weight
  if (text.includes(` ${token.stem}`)) return weight - 1
  const isInside = token.stem.length >= shortestInside && (text.includes(token.whole) || text.includes(token.stem))
  return isInside ? weight / 8 : 0
}

function stemOf(word: string): string {
  const stem = word.replace(endings, '')
  return stem.length >= shortestStem ? stem : word
}

/** Every word has a space around it, so that a search for ` word` finds beginnings only. */
function join(texts: readonly string[]): string {
  const words = new Set(texts.flatMap((text) => foldText(text).split(' ')).filter((word) => word !== ''))
  return ` ${[...words].join(' ')} `
}
