import type { Persona } from '#tests/e2e/permissions/personas'

/** Where an object belongs; null for what does not exist. */
type Place = { town: string; region: string }

/** A site of the demo data in one of the states that a site can have. */
export type SiteState = { number: string; place: Place | null; isPublic: boolean }

const balkhash = { town: 'balkhash', region: 'karaganda' }
const temirtau = { town: 'temirtau', region: 'karaganda' }

/** Written in seeds/demo/sites.json; the discarded draft is made by the test. */
export const siteStates: Record<string, SiteState> = {
  draft: { number: 'BLQ-0063', place: balkhash, isPublic: false },
  'in review': { number: 'BLQ-0061', place: balkhash, isPublic: false },
  'to be corrected': { number: 'BLQ-0062', place: balkhash, isPublic: false },
  published: { number: 'BLQ-0042', place: balkhash, isPublic: true },
  'published, another version in review': { number: 'TMT-0018', place: temirtau, isPublic: true },
  'first version in review': { number: 'TMT-0035', place: temirtau, isPublic: false },
  'confirmed too long ago': { number: 'TMT-0027', place: temirtau, isPublic: true },
  reserved: { number: 'ABA-0007', place: { town: 'abay', region: 'karaganda' }, isPublic: true },
  occupied: { number: 'RDR-0008', place: { town: 'ridder', region: 'east' }, isPublic: true },
  withdrawn: { number: 'RDN-0017', place: { town: 'rudny', region: 'kostanay' }, isPublic: true },
  'never there': { number: 'BLQ-9999', place: null, isPublic: false },
}

const territories: Partial<Record<Persona, Partial<Place>>> = {
  editor: { town: 'balkhash' },
  head: { town: 'balkhash' },
  otherEditor: { town: 'ridder' },
  otherHead: { town: 'ridder' },
  regionHead: { region: 'karaganda' },
  otherRegionHead: { region: 'east' },
}

/** Who a right over a territory reaches: its own people, and with `read` those who read everything. */
export function mayReach(persona: Persona, place: Place | null, right: 'read' | 'edit' | 'review'): boolean {
  if (place === null) return false
  if (right === 'read' && (persona === 'auditor' || persona === 'admin')) return true
  if (right === 'review' && /editor/i.test(persona)) return false
  const own = territories[persona]
  return own !== undefined && (own.town === place.town || own.region === place.region)
}

/** Public addresses of a site: the same for everybody. */
export const publicPaths = (number: string) => [
  `/ru/sites/${number}`,
  `/ru/sites/${number}.data`,
  `/ru/sites/${number}/passport.pdf`,
  `/api/sites/${number}`,
]

type DeskPath = {
  pattern: string
  path: (number: string) => string
  read?: 'read' | 'edit' | 'review'
  write?: 'edit' | 'review'
}

const desk = (part: string, rights: Omit<DeskPath, 'pattern' | 'path'>, query = ''): DeskPath => ({
  ...rights,
  pattern: `/:lang/akimat/sites/:number${part}`,
  path: (number) => `/ru/akimat/sites/${number}${part.replace(':sequence', '1')}${query}`,
})

/** Addresses of a site at the desk, with the right that opens them and the one that changes by them. */
export const deskPaths: DeskPath[] = [
  desk('', { read: 'read', write: 'edit' }),
  desk('/edit', { read: 'edit', write: 'edit' }),
  desk('/save', { write: 'edit' }),
  desk('/parts', { read: 'edit', write: 'edit' }),
  desk('/bundle', { read: 'edit', write: 'edit' }),
  desk('/files', { write: 'edit' }),
  desk('/review', { read: 'review', write: 'review' }),
  desk('/confirm', { read: 'edit', write: 'edit' }),
  desk('/status', { read: 'edit', write: 'edit' }, '?to=reserved'),
  desk('/versions', { read: 'read' }),
  desk('/versions/:sequence', { read: 'read' }),
]

/** Who works in which body; the ministry reads all cases, the platform's admin none. */
export const bodies: Partial<Record<Persona, 'saryarka' | 'tobol'>> = {
  officer: 'saryarka',
  spkHead: 'saryarka',
  otherOfficer: 'tobol',
  otherSpkHead: 'tobol',
}
