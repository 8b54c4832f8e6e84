import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const IMPORT = /import (?:type )?\{([^}]*)\} from '([^']+)'/g

/** How sources say which intents a form may have. */
const SAID = [
  /(?<!typeof )(?:\bintent|'intent'\)(?:\?\.at\(-1\))?)\s*[!=]==\s*'(\w+)'/g,
  /\bintent: z\.literal\('(\w+)'\)/g,
  /^ {2}(\w+): task\(/gm,
]
const LISTS = [/\bintent: z\.enum\(\[([^\]]*)\]\)/g, /\binvestorIntents = \[([^\]]*)\]/g]

/**
 * The intents that the action of a route tells apart, as its source has them: its own file, what stands beside it, and
 * the schemas that it imports.
 */
export function readIntents(file: string): string[] {
  const path = `app/${file}`
  const text = readFileSync(path, 'utf8')
  const beside = importsOf(text, path).filter(({ path: other }) => other.startsWith('app/routes/'))
  const sources = [
    { path, text },
    ...beside.map(({ path: other }) => ({ path: other, text: readFileSync(other, 'utf8') })),
  ]
  const schemas = sources.flatMap((source) =>
    importsOf(source.text, source.path)
      .filter(({ path: other }) => /schema\.ts$/.test(other))
      .flatMap(({ path: other, names }) => names.map((name) => declarationOf(readFileSync(other, 'utf8'), name))),
  )
  const all = [...sources.map((source) => source.text), ...schemas]
  return [...new Set(all.flatMap(intentsIn))].sort()
}

function intentsIn(text: string): string[] {
  const single = SAID.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name))
  const listed = LISTS.flatMap((pattern) => [...text.matchAll(pattern)].flatMap(([, names = '']) => quoted(names)))
  const switched = [...text.matchAll(/switch \([^\n]*\bintent[\s\S]*?\n\}/g)].map(([body]) => body)
  const cases = switched.flatMap((body) => [...body.matchAll(/case '(\w+)':/g)].map(([, name = '']) => name))
  return [...single, ...listed, ...cases]
}

const quoted = (text: string) => [...text.matchAll(/'(\w+)'/g)].map(([, name = '']) => name)

function importsOf(text: string, from: string): { path: string; names: string[] }[] {
  return [...text.matchAll(IMPORT)].flatMap(([, names = '', source = '']) => {
    const bare = source.startsWith('#app/') ? source.replace('#app/', 'app/') : join(dirname(from), source)
    const path = [`${bare}.ts`, `${bare}.tsx`].find((one) => existsSync(one))
    return path ? [{ path, names: names.split(',').map((name) => name.trim().replace(/^type /, '')) }] : []
  })
}

/** The text of one exported declaration. */
function declarationOf(text: string, name: string): string {
  const start = text.search(new RegExp(`export const ${name}\\b`))
  if (start === -1) return ''
  const end = text.indexOf('\nexport ', start + 1)
  return text.slice(start, end === -1 ? undefined : end)
}
