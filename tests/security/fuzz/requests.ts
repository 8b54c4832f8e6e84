import { ownScript } from '#app/platform/http/form-token'
import fc from 'fast-check'
import { patternOf } from './coverage'
import { fillIn, type FoundForm } from './forms'
import type { Ground } from './harvest'
import { multipart } from './multipart'
import { oddHeaders } from './odd-headers'
import { nastyJson, nastyName, nastyText, percent } from './payloads'
import type { Ask } from './send'
import type { Persona } from '#tests/e2e/permissions/personas'

/** A request and who makes it. `address` is where it seems to come from, so that limits by address do not meet. */
export type Attempt = { persona: Persona; address: string; ask: Ask }

type Owned<Thing> = { persona: Persona; thing: Thing }

/** Of pages that cost a hundred times as much as others one attempt in so many is enough. */
const COSTLY = /\.(pdf|xlsx|csv|geojson)$|\/files\/:fileId$/

const OTHER_METHODS = ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'GET', 'POST']

/** Makes requests from what was found; uniform over the routes, so that none is forgotten for having few links. */
export function makeAttempts(grounds: ReadonlyMap<Persona, Ground>, base: string): fc.Arbitrary<Attempt> {
  const paths = groupBy(
    grounds,
    ({ paths: found }) => [...found],
    (path) => patternOf(path),
  )
  const forms = groupBy(
    grounds,
    ({ forms: found }) => found,
    (form) => patternOf(form.path),
  )
  const names = [...new Set([...grounds.values()].flatMap(namesOf))]
  const page = weighted(paths).chain((found) => fc.constantFrom(...found).chain((one) => pageOf(one, names)))
  const form = weighted(forms).chain((found) => fc.constantFrom(...found).chain((one) => postOf(one)))
  const bareForm = weighted(paths).chain((found) =>
    fc
      .constantFrom(...found)
      .chain(({ persona, thing }) =>
        postOf({ persona, thing: { path: thing, isMultipart: false, parts: [[['intent', 'save']]] } }),
      ),
  )
  const personas = [...grounds.keys()]
  const who = fc.constantFrom(...personas)
  const core = fc.oneof(
    { weight: 10, arbitrary: page },
    { weight: 9, arbitrary: form },
    { weight: 2, arbitrary: bareForm },
    { weight: 2, arbitrary: who.chain((persona) => apiOf(persona, names)) },
    { weight: 2, arbitrary: who.chain(wildOf) },
  )
  return fc
    .record({
      core,
      other: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: who }),
      headers: oddHeaders(base),
      address: fc.ipV4(),
    })
    .map(({ core: { persona, thing }, other, headers, address }) => {
      const isSignOut = thing.path.includes('sign-out')
      return {
        // Nobody of the fuzz ends the session that the others go on with.
        persona: isSignOut ? 'visitor' : (other ?? persona),
        address,
        ask: { ...thing, headers: { ...origin(thing, base), ...thing.headers, ...headers } },
      }
    })
}

function origin({ method }: Ask, base: string): Record<string, string> {
  return method === 'GET' || method === 'HEAD' ? {} : { origin: base }
}

function namesOf({ paths, forms }: Ground): string[] {
  const asked = [...paths].flatMap((path) => [...new URLSearchParams(path.split('?')[1] ?? '').keys()])
  return [...asked, ...forms.flatMap(({ parts }) => parts.map((part) => part[0]?.[0] ?? ''))]
}

function groupBy<Thing>(
  grounds: ReadonlyMap<Persona, Ground>,
  list: (ground: Ground) => Thing[],
  key: (thing: Thing) => string,
): Map<string, Owned<Thing>[]> {
  const groups = new Map<string, Owned<Thing>[]>()
  for (const [persona, ground] of grounds) {
    for (const thing of list(ground)) {
      const group = groups.get(key(thing)) ?? []
      group.push({ persona, thing })
      groups.set(key(thing), group)
    }
  }
  return groups
}

function weighted<Thing>(groups: ReadonlyMap<string, Thing[]>): fc.Arbitrary<Thing[]> {
  return fc.oneof(
    ...[...groups].map(([pattern, things]) => ({
      weight: COSTLY.test(pattern) ? 1 : 8,
      arbitrary: fc.constant(things),
    })),
  )
}

type Draft = fc.Arbitrary<{ persona: Persona; thing: Ask }>

function pageOf({ persona, thing: path }: Owned<string>, names: string[]): Draft {
  const [pathname = '', query = ''] = path.split('?')
  const known = [...new URLSearchParams(query)].map(([name, value]) => `${percent(name)}=${percent(value)}`)
  const ownNames = known.map((pair) => pair.split('=')[0] ?? '')
  const name = fc.oneof(
    ...(ownNames.length > 0 ? [fc.constantFrom(...ownNames)] : []),
    fc.constantFrom(...(names.length > 0 ? names : ['q'])).map(percent),
    nastyName.map(percent),
  )
  const extra = fc.array(
    fc.tuple(name, nastyText).map(([key, value]) => `${key}=${percent(value).slice(0, 4000)}`),
    { maxLength: 4 },
  )
  return fc
    .record({ pathname: bend(pathname), extra, keepsQuery: fc.boolean(), isData: fc.integer({ min: 0, max: 4 }) })
    .map(({ pathname: bent, extra: added, keepsQuery, isData }) => {
      const pairs = [...(keepsQuery ? known : []), ...added]
      const end = isData === 0 && !/\.\w+$/.test(bent) ? '.data' : ''
      return { persona, thing: get(`${bent}${end}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`) }
    })
}

/** The path as it is, or with one part of it made hostile. */
function bend(pathname: string): fc.Arbitrary<string> {
  const parts = pathname.split('/')
  const changed = fc
    .tuple(fc.integer({ min: 1, max: Math.max(1, parts.length - 1) }), nastyText)
    .map(([index, text]) => parts.map((part, at) => (at === index ? percent(text).slice(0, 3000) : part)).join('/'))
  return fc.oneof({ weight: 3, arbitrary: fc.constant(pathname) }, { weight: 1, arbitrary: changed })
}

const get = (path: string): Ask => ({ method: 'GET', path, headers: {}, body: null })

function postOf({ persona, thing: form }: Owned<FoundForm>): Draft {
  const changes = fc.array(
    fc.record({
      at: fc.nat(),
      how: fc.constantFrom('value', 'value', 'value', 'name', 'drop', 'double', 'add'),
      name: nastyName,
      value: nastyText,
    }),
    { maxLength: 3 },
  )
  return fc
    .record({
      filled: fillIn(form),
      changes,
      wire: wires,
      isScript: fc.integer({ min: 0, max: 7 }).map((number) => number > 0),
    })
    .chain(({ filled, changes: made, wire, isScript }) => {
      const sent = made.reduce(change, filled)
      const isMultipart = wire === 'own' ? form.isMultipart : wire === 'multipart'
      const encoded = isMultipart ? multipart(sent) : fc.constant(urlEncoded(sent, wire))
      return encoded.map(({ type, body }) => ({
        persona,
        thing: {
          method: 'POST',
          path: form.path,
          headers: { 'content-type': type, ...(isScript && ownScript) },
          body,
        },
      }))
    })
}

type Wire = 'own' | 'multipart' | 'text' | 'json' | 'none' | 'half'
const wires = fc.constantFrom<Wire>(
  'own',
  'own',
  'own',
  'own',
  'own',
  'own',
  'multipart',
  'text',
  'json',
  'none',
  'half',
)

type Change = { at: number; how: string; name: string; value: string }

function change(fields: [string, string][], { at: place, how, name, value }: Change): [string, string][] {
  const at = place % Math.max(1, fields.length)
  const [oldName, oldValue] = fields[at] ?? ['', '']
  if (how === 'drop') return fields.filter((_, index) => index !== at)
  if (how === 'add') return [...fields, [name, value]]
  if (how === 'double') return [...fields, [oldName, value]]
  return fields.map((field, index) => {
    if (index !== at) return field
    return how === 'name' ? [name, oldValue] : [oldName, value]
  })
}

function urlEncoded(fields: [string, string][], wire: Wire): { type: string; body: Buffer } {
  const text = fields.map(([name, value]) => `${percent(name)}=${percent(value)}`).join('&')
  if (wire === 'json')
    return { type: 'application/json', body: Buffer.from(JSON.stringify(Object.fromEntries(fields))) }
  if (wire === 'text') return { type: 'text/plain', body: Buffer.from(text) }
  const body = Buffer.from(wire === 'half' ? `${text}&x=%E0%A4%A&%&=&&` : text)
  return { type: wire === 'none' ? '' : 'application/x-www-form-urlencoded', body }
}

function apiOf(persona: Persona, names: string[]): Draft {
  const path = fc.constantFrom(
    '/api/match',
    '/api/match',
    '/api/sites',
    '/api/map',
    '/api/sites/BLQ-0042',
    '/api/live',
    '/api/x',
  )
  const method = fc.constantFrom('POST', 'POST', 'POST', 'PUT', 'DELETE', 'OPTIONS')
  return fc.record({ path, method, json: nastyJson(names) }).map(({ path: at, method: how, json }) => ({
    persona,
    thing: { method: how, path: at, headers: { 'content-type': 'application/json' }, body: Buffer.from(json) },
  }))
}

function wildOf(persona: Persona): Draft {
  const segment = fc.oneof(
    fc.constantFrom(
      'ru',
      'kk',
      'en',
      'sites',
      'api',
      'admin',
      'spk',
      'akimat',
      'files',
      'assets',
      'map',
      '..',
      '.',
      '%2e%2e',
    ),
    nastyText.map((text) => percent(text).slice(0, 500)),
    fc.constantFrom('%', '%zz', '%c0%af', '.env', '.git', 'wp-login.php', 'metrics', 'healthz', '__manifest', '%00'),
  )
  return fc
    .record({
      method: fc.constantFrom(...OTHER_METHODS),
      segments: fc.array(segment, { maxLength: 5 }),
      query: nastyText,
    })
    .map(({ method, segments, query }) => ({
      persona,
      thing: { ...get(`/${segments.join('/')}?${percent(query).slice(0, 2000)}`), method },
    }))
}
