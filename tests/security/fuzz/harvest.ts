import { formsOf, unescapeHtml, type FoundForm } from './forms'
import { send } from './send'
import type { Visitor } from './visitors'

/** What a visitor found on the pages: real addresses and real forms, from which the hostile ones are made. */
export type Ground = { paths: Set<string>; forms: FoundForm[] }

const LINK = /<(?:a|link)\b[^>]*\bhref="(\/[^"]*)"/g

/** Reads the pages at `start` and, two links deep, what they lead to; at most `most` pages. */
export async function harvest(base: string, visitor: Visitor, start: readonly string[], most: number): Promise<Ground> {
  const ground: Ground = { paths: new Set(start), forms: [] }
  const seen = new Set<string>()
  const ofKind = new Map<string, number>()
  let next = [...start]
  for (let depth = 0; depth < 3 && next.length > 0; depth++) {
    const found: string[] = []
    for (const path of next) {
      const kind = kindOf(path)
      const already = ofKind.get(kind) ?? 0
      if (seen.size >= most || already >= 3 || seen.has(path)) continue
      seen.add(path)
      ofKind.set(kind, already + 1)
      const answer = await send(base, { method: 'GET', path, headers: { cookie: visitor.cookie }, body: null })
      if (answer.status !== 200 || !answer.type.startsWith('text/html')) continue
      const page = answer.body.toString('utf8')
      for (const [, href = ''] of page.matchAll(LINK)) {
        const address = unescapeHtml(href)
        if (/^\/(assets|map|fonts|error\.css|favicon)/.test(address)) continue
        ground.paths.add(address)
        found.push(address)
      }
      ground.forms.push(...formsOf(page, path))
    }
    next = found
  }
  return ground
}

/** Pages of one kind differ in numbers and keys only: three of them are enough. */
function kindOf(path: string): string {
  return path.replace(/\?.*/, '?').replace(/[A-Z]{3}-\d+|\d[\d-]*|[0-9a-f]{8}-[0-9a-f-]{27}/g, '#')
}
