import { matchRoutes } from '@remix-run/react'
import { readFileSync } from 'node:fs'
import { listRoutes } from '#tests/e2e/permissions/route-list'
import type { Answer, Ask } from './send'

const routes = listRoutes()
const objects = routes.map(({ pattern }) => ({ id: pattern, path: pattern }))

/** Patterns whose route takes forms, and all patterns. */
export const allPatterns = routes.map(({ pattern }) => pattern)
export const formPatterns = routes.filter(({ file }) => takesForms(file)).map(({ pattern }) => pattern)

function takesForms(file: string): boolean {
  return /export (async function|const) action\b/.test(readFileSync(`app/${file}`, 'utf8'))
}

/** The route that answers an address, by the router that the product uses. */
export function patternOf(path: string): string {
  const pathname = path.split(/[?#]/, 1)[0]?.replace(/\.data$/, '') ?? ''
  try {
    // The router complains aloud of what it cannot read.
    decodeURI(pathname)
    return matchRoutes(objects, pathname === '' ? '/' : pathname)?.at(-1)?.route.id ?? '/*'
  } catch {
    return '/*'
  }
}

/** Which part of which route answered: `GET …` its loader, `POST …` its action; null when the server refused before. */
export function reachedPart(ask: Ask, answer: Answer): string | null {
  const isSignIn = /\/sign-in\?next=/.test(String(answer.headers.location ?? ''))
  if (isSignIn || [401, 403, 413, 429, 431].includes(answer.status)) return null
  if (answer.status >= 400 && answer.body.includes('href="/error.css"')) return null
  return `${ask.method === 'GET' || ask.method === 'HEAD' ? 'GET' : 'POST'} ${patternOf(ask.path)}`
}

/** How often each part answered, by status. */
export class Coverage {
  readonly parts = new Map<string, Map<number, number>>()
  readonly statuses = new Map<number, number>()

  note(ask: Ask, answer: Answer): void {
    this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1)
    const part = reachedPart(ask, answer)
    if (part === null) return
    const counts = this.parts.get(part) ?? new Map<number, number>()
    counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1)
    this.parts.set(part, counts)
  }

  /** Loaders and actions that no request has reached. */
  missed(): string[] {
    const wanted = [
      ...allPatterns.map((pattern) => `GET ${pattern}`),
      ...formPatterns.map((pattern) => `POST ${pattern}`),
    ]
    return wanted.filter((part) => !this.parts.has(part))
  }

  /** One line for a part: `POST /:lang/watch  303×12 400×80`. */
  lines(): string[] {
    const show = (counts: Map<number, number>) => [...counts].sort().map(([status, count]) => `${status}×${count}`)
    return [...this.parts].sort().map(([part, counts]) => `${part}  ${show(counts).join(' ')}`)
  }
}
