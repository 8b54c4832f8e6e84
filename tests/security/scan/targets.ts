import { formTokenField } from '#app/platform/http/form-token'
import type { APIRequestContext } from 'playwright/test'

/** Fields that one run of sqlmap tries. */
const width = 4

/** One address with all the fields it is known to take: of its query (GET) or of a form (POST). */
export type Target = { method: 'GET' | 'POST'; path: string; fields: Record<string, string>; tried: string[] }

/** Ends the session, goes on for ever, is drawn for seconds, or is the same page in another language. */
export const leftOut = [/\/sign-out/, /\/api\/live/, /\.pdf/, /\/account\/security/, /^\/assets\//, /^\/(kk|en)\b/]

const rows = /\/(towns|organizations|regions|desks|rule-sets|templates)\/[\w-]+/

/** `path` without what only names one object: two sites have the same page. */
function shapeOf(path: string): string {
  return path
    .replace(rows, '/$1/*')
    .split('/')
    .map((part) => (/^(?=.*\d)[\w-]{2,}$/.test(part) ? '*' : part))
    .join('/')
}

/**
 * Reads the product as `client` sees it, from `starts` on: one page of every shape, at most `most`. Gives every address
 * that takes a query, with all parameters that were seen on it anywhere, and every form that is sent; and the `pages` on
 * which one of these was seen first.
 */
export async function findTargets(
  client: APIRequestContext,
  starts: readonly string[],
  most: number,
): Promise<{ pages: string[]; targets: Target[] }> {
  const queue = [...starts]
  const seen = new Set<string>()
  const pages: string[] = []
  let read = 0
  const targets = new Map<string, Target>()
  const note = (method: Target['method'], path: string, fields: [string, string][]) => {
    if (fields.length === 0 || leftOut.some((pattern) => pattern.test(path))) return
    const names = method === 'POST' ? triedOf(fields.map(([name]) => name)).sort() : []
    const key = [method, shapeOf(path), ...names].join(' ')
    const known = targets.get(key) ?? { method, path, fields: {}, tried: [] }
    for (const [name, value] of fields) known.fields[name] ||= value
    targets.set(key, known)
  }
  for (let path = queue.shift(); path !== undefined && read < most; path = queue.shift()) {
    const { pathname, searchParams } = new URL(path, 'http://product')
    note('GET', pathname, [...searchParams])
    if (seen.has(shapeOf(pathname)) || leftOut.some((pattern) => pattern.test(pathname))) continue
    seen.add(shapeOf(pathname))
    const answer = await client.get(path)
    const location = answer.headers().location
    if (location !== undefined)
      queue.push(new URL(location, `http://product${path}`).href.replace('http://product', ''))
    if (!answer.headers()['content-type']?.startsWith('text/html')) continue
    const html = await answer.text()
    read += 1
    const before = targets.size
    queue.push(...linksOf(html))
    for (const { method, action, fields } of formsOf(html))
      note(method, new URL(action ?? path, `http://product${path}`).pathname, fields)
    if (targets.size > before) pages.push(path)
  }
  return { pages, targets: [...targets.values()] }
}

/** The fields that none of `others` has, forms first, in pieces of some fields each, so that one that takes long keeps nothing else up. */
export function splitTargets(targets: readonly Target[], others: readonly Target[]): Target[] {
  const nameOf = ({ method, path }: Target, field: string) => [method, shapeOf(path), field].join(' ')
  const known = new Set(others.flatMap((target) => Object.keys(target.fields).map((field) => nameOf(target, field))))
  return [...targets]
    .sort((one, other) => other.method.localeCompare(one.method))
    .flatMap((target) => {
      const names = triedOf(Object.keys(target.fields)).filter((field) => !known.has(nameOf(target, field)))
      const count = Math.ceil(names.length / width)
      return Array.from({ length: count }, (_, at) => ({ ...target, tried: names.slice(at * width, (at + 1) * width) }))
    })
}

/** The fields that somebody fills in: an id of the form is made anew for each request, its token stays as it is. */
const triedOf = (names: string[]) => names.filter((name) => name !== 'form' && name !== formTokenField)

function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\s[^>]*?href="(\/(?!\/)[^"#]*)/g)].map(([, href]) => plain(href ?? ''))
}

type Form = { method: Target['method']; action: string | undefined; fields: [string, string][] }

function formsOf(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes = '', inside = '']) => ({
    method: /method="post"/i.test(attributes) ? 'POST' : 'GET',
    action: attributeOf(attributes, 'action'),
    fields: [...inside.matchAll(/<(?:input|select|textarea|button)\b([^>]*)>/g)].flatMap(([, tag = '']) => {
      const name = attributeOf(tag, 'name')
      const type = attributeOf(tag, 'type')
      return name === undefined || type === 'file' ? [] : [[name, attributeOf(tag, 'value') ?? sampleOf(type)]]
    }),
  }))
}

function sampleOf(type: string | undefined): string {
  return { email: 'a@example.kz', number: '1', date: '2026-11-29', tel: '+77010000000' }[type ?? ''] ?? 'alan'
}

function attributeOf(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : plain(value)
}

function plain(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"')
}

type OpenApi = { paths: Record<string, { get?: { parameters?: { name: string; in: string; schema?: Schema }[] } }> }
type Schema = { type?: string; enum?: string[]; items?: Schema }

/** The addresses that programs ask, with all parameters of their own description. */
export async function apiTargets(client: APIRequestContext): Promise<Target[]> {
  const { paths } = (await (await client.get('/api/openapi.json')).json()) as OpenApi
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const parameters = get?.parameters?.filter((parameter) => parameter.in === 'query') ?? []
    const fields = parameters.map(({ name, schema = {} }) => [name, sampleOfSchema(schema)])
    return fields.length === 0
      ? []
      : [{ method: 'GET' as const, path, fields: Object.fromEntries(fields) as Target['fields'], tried: [] }]
  })
}

function sampleOfSchema({ type, enum: choices, items }: Schema): string {
  if (type === 'array') return sampleOfSchema(items ?? {})
  return choices?.[0] ?? (type === 'number' || type === 'integer' ? '1' : 'alan')
}
