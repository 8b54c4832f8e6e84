import { writeBrief } from '#app/domain/matching/schema'
import { writeCriteria } from '#app/domain/search/address'
import { languages } from '#app/platform/i18n/language'
import { createRandom } from '#seeds/builders/random'
import type { Posting } from '../inquiries/send'
import { savedBriefs } from '../match/briefs'
import { makeQueries } from '../search/queries'

export type Kind = 'search' | 'passport' | 'brief' | 'inquiry'

/** A request of the journey, and the address of who sends it. */
export type Asked = { kind: Kind; path: string; client: string; body?: string }

/** Of a hundred requests. */
const shares: readonly (readonly [Kind, number])[] = [
  ['search', 70],
  ['passport', 20],
  ['brief', 7],
  ['inquiry', 3],
]

/**
 * What visitors without an account do: a page of the search (the 200 questions of bench/search in three languages, each as
 * likely as another), a passport of any site, a page with the matches of a brief, a form of an inquiry that is sent.
 */
export function makeJourney(sites: readonly string[], forms: Iterator<Posting>): () => Asked {
  const random = createRandom('journey')
  const searches = makeQueries().map(({ criteria }) => writeCriteria(criteria).toString())
  const briefs = savedBriefs(500)
    .filter(({ brief }) => Object.keys(brief.needs).length > 0)
    .map(({ brief }) => writeBrief(brief).toString())
  const pages = {
    search: () => `/${random.pick(languages)}/sites?${random.pick(searches)}`,
    passport: () => `/${random.pick(languages)}/sites/${random.pick(sites)}`,
    brief: () => `/${random.pick(languages)}/briefs/new?${random.pick(briefs)}`,
  }
  return () => {
    const kind = random.weigh(shares)
    if (kind !== 'inquiry') {
      const client = `10.${random.whole(128, 255)}.${random.whole(0, 255)}.${random.whole(1, 254)}`
      return { kind, path: pages[kind](), client }
    }
    const form = forms.next()
    if (form.done === true) throw new Error('All forms are sent')
    return { kind, ...form.value }
  }
}
