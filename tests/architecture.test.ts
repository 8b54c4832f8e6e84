import { existsSync, readdirSync, readFileSync, type Dirent } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The rules of docs/architecture.md that no tool of `npm run check` knows. */

const SOURCES = ['app', 'seeds', 'tests', 'prisma', 'bench', 'tools', 'docs', '.ci']
const MAX_LINES = 300
const FORBIDDEN_FOLDERS = new Set(['utils', 'util', 'helpers', 'misc', 'common', 'shared', 'lib'])
const KEBAB = /^[a-z\d]+(-[a-z\d]+)*(\.[a-z\d]+(-[a-z\d]+)*)*\.[a-z]+$/
/** Names that a framework or a custom of the trade fixes. */
const FIXED_NAMES = new Set(['i18next.d.ts'])

const GENERATED = /^(app\/platform\/db\/generated|prisma\/migrations|tools\/basemap)\//

const files = [...readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isFile()), ...SOURCES.flatMap(walk)]
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !GENERATED.test(path))
const sources = files.filter((path) => /^(app|seeds|tests|prisma|bench)\//.test(path))
const code = files.filter((path) => /\.(ts|tsx|mjs|cjs|js)$/.test(path))

function walk(folder: string): Dirent[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
}

const read = (path: string) => readFileSync(path, 'utf8')

describe('files', () => {
  it('are found', () => {
    expect(code.length).toBeGreaterThan(50)
  })

  it(`have at most ${MAX_LINES} lines`, () => {
    expect(code.filter((path) => read(path).trimEnd().split('\n').length > MAX_LINES)).toEqual([])
  })

  it('are named in kebab-case', () => {
    const named = sources.filter((path) => /\.(ts|tsx|mjs|css|json|prisma)$/.test(path))
    const odd = named.filter((path) => !KEBAB.test(basename(path)) && !FIXED_NAMES.has(basename(path)))
    expect(odd).toEqual([])
  })

  it('live in folders with a name that says something', () => {
    const folders = new Set(sources.flatMap((path) => dirname(path).split('/')))
    expect([...folders].filter((folder) => FORBIDDEN_FOLDERS.has(folder))).toEqual([])
  })

  it('are not barrels', () => {
    const barrels = code.filter((path) => {
      const statements = read(path)
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        .trim()
      return (
        statements !== '' &&
        statements
          .split(/\n(?=export|import|const|function|class)/)
          .every((part) => /^export\s+(?:type\s+)?[*{].*from/s.test(part))
      )
    })
    expect(barrels).toEqual([])
  })
})

describe('routes', () => {
  it('hold no tests: every file there is a page', () => {
    expect(files.filter((path) => path.startsWith('app/routes/') && /\.test\.tsx?$/.test(path))).toEqual([])
  })
})

describe('forms', () => {
  it('are read in one place, which refuses what only a program sends', () => {
    const readers = sources.filter((path) => path.startsWith('app/') && /\.formData\(\)/.test(read(path)))
    expect(readers).toEqual(['app/platform/http/read-form.server.ts'])
  })
})

describe('rooms', () => {
  it('are those whose order is checked', () => {
    const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
      forbidden: { name: string }[]
    }
    const ordered = forbidden.map((rule) => /^room-order-(.+)$/.exec(rule.name)?.[1]).filter(Boolean)
    const rooms = readdirSync('app/domain', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(ordered).toEqual(expect.arrayContaining(rooms.map((room) => room.name)))
  })
})

describe('texts', () => {
  it('name no place of a developer’s machine', () => {
    const place = new RegExp(['/work' + '/', '\\.\\./shared' + '/', '/home' + '/\\w', '/Users' + '/\\w'].join('|'))
    const texts = files.filter(
      (path) => /\.(ts|tsx|mjs|cjs|js|md|json|css|html|prisma)$/.test(path) && path !== 'package-lock.json',
    )
    expect(texts.filter((path) => place.test(read(path)))).toEqual([])
  })
})

describe('the lockfile', () => {
  it('names the packages of every system, else `npm ci` refuses it (tools/complete-lockfile.mjs)', () => {
    interface Locked {
      optionalDependencies?: Record<string, string>
    }
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
    const places = Object.keys(packages)
    const wanted = Object.values(packages).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {}))
    expect(wanted.filter((name) => !places.some((place) => place.endsWith(`node_modules/${name}`)))).toEqual([])
  })
})
