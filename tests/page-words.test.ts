import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Rooms whose words a browser gets only on the pages that ask for them (app/platform/i18n/i18n.client.ts). */
const LATER = [
  'about',
  'accounts',
  'admin',
  'akimat',
  'alerts',
  'briefs',
  'calendar',
  'compare',
  'consents',
  'dossier',
  'editor',
  'eligibility',
  'erasure',
  'freshness',
  'inquiries',
  'insight',
  'jobs',
  'ledger',
  'investor',
  'matching',
  'papers',
  'passport',
  'privacy',
  'questions',
  'responsibility',
  'routing',
  'spk',
  'towns',
  'terms',
  'templates',
  'webhooks',
]
const GROUPS: Record<string, string[]> = {
  desk: LATER.filter((room) => !['about', 'alerts', 'consents', 'privacy'].includes(room)),
  account: ['accounts', 'consents', 'erasure'],
  alert: ['alerts', 'consents'],
  question: ['alerts', 'consents', 'questions'],
  privacy: ['consents', 'erasure', 'privacy'],
  passport: ['eligibility', 'passport', 'towns'],
  town: ['freshness', 'towns'],
  about: ['about'],
  inquiry: ['consents', 'erasure', 'inquiries', 'investor', 'passport', 'routing', 'visits'],
  brief: ['briefs', 'compare', 'matching'],
}

const pages = readdirSync('app/routes', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => join('app/routes', path))

const sources = new Map<string, string>()
function read(path: string): string {
  const source = sources.get(path) ?? readFileSync(path, 'utf8')
  sources.set(path, source)
  return source
}

function resolveImport(from: string, name: string): string | undefined {
  if (!name.startsWith('#app/') && !name.startsWith('.')) return undefined
  const bare = name.startsWith('#app/') ? name.replace('#app/', 'app/') : resolve(dirname(from), name)
  return ['', '.ts', '.tsx'].map((ending) => bare + ending).find((path) => /\.tsx?$/.test(path) && existsSync(path))
}

/** A page and everything of ours that a browser loads with it. */
function modulesOf(page: string): Set<string> {
  const found = new Set<string>([page])
  for (const path of found) {
    for (const [, name = ''] of read(path).matchAll(/import(?!\s+type)[^'"]*['"]([^'"]+)['"]/g)) {
      const target = resolveImport(path, name)
      if (target && !/\.(server|client)\.tsx?$/.test(target)) found.add(target)
    }
  }
  return found
}

function roomsShown(page: string): string[] {
  const texts = [...modulesOf(page)].map(read)
  return LATER.filter((room) => texts.some((text) => new RegExp(`['"\`]${room}\\.[a-z_]`).test(text)))
}

/** What the page or its layout asks for. */
function roomsLoaded(page: string): string[] {
  const layout = join(dirname(page), 'layout.tsx')
  const asked = [page, layout]
    .filter((path) => existsSync(path))
    .map(read)
    .join('\n')
  return Object.keys(GROUPS).flatMap((group) =>
    asked.includes(`import '#app/platform/i18n/${group}-words.client'`) ? (GROUPS[group] ?? []) : [],
  )
}

describe('the words of a page', () => {
  it.each(pages)('%s has in the browser all that it shows', (page) => {
    const loaded = roomsLoaded(page)
    expect(roomsShown(page).filter((room) => !loaded.includes(room))).toEqual([])
  })

  it('are found through components', () => {
    expect(roomsShown('app/routes/auth/sign-in.tsx')).toContain('accounts')
    expect(roomsShown('app/routes/public/home.tsx')).not.toContain('accounts')
  })
})
