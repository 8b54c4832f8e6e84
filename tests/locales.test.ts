import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages, type Language } from '#app/platform/i18n/language'
import { builtPrefixes, sameInKazakhAndRussian } from '#tests/setup/locale-exceptions'
import { hasKazakhLetters, russianTelltale } from '#tests/setup/single-language'

const root = new URL('..', import.meta.url).pathname
const localesDir = join(root, 'app/locales')

/** Texts by their full key, `sites.kind.building`. */
type Texts = Map<string, string>

const rooms = readdirSync(join(localesDir, 'ru')).filter((name) => name.endsWith('.json'))

function readRoom(language: Language, room: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(localesDir, language, room), 'utf8')) as Record<string, unknown>
}

function flatten(node: unknown, path: string[] = []): [string, string][] {
  if (typeof node === 'string') return [[path.join('.'), node]]
  if (typeof node !== 'object' || node === null) return [[path.join('.'), `not a text: ${String(node)}`]]
  return Object.entries(node).flatMap(([key, child]) => flatten(child, [...path, key]))
}

function textsOf(language: Language): Texts {
  return new Map(rooms.flatMap((room) => flatten(readRoom(language, room))))
}

const texts: Record<Language, Texts> = { kk: textsOf('kk'), ru: textsOf('ru'), en: textsOf('en') }

const pluralForms = ['zero', 'one', 'two', 'few', 'many', 'other']
const pluralEnding = new RegExp(`_(${pluralForms.join('|')})$`)

/** A key with `_other` beside it is a plural; `step_one` alone is an ordinary word. */
function baseOf(key: string, all: Texts): string {
  const base = key.replace(pluralEnding, '')
  return base !== key && all.has(`${base}_other`) ? base : key
}

const placeholdersOf = (text: string) => [...new Set(text.match(/\{\{[^}]*\}\}/g) ?? [])].sort()
const withoutPlaceholders = (text: string) => text.replace(/\{\{[^}]*\}\}/g, '')

describe.each(languages)('the words in %s', (language) => {
  const own = texts[language]

  test('are in the same files, each with its name as the only top key', () => {
    const names = readdirSync(join(localesDir, language)).sort()
    expect(names).toEqual([...rooms].sort())
    for (const room of rooms) expect(Object.keys(readRoom(language, room))).toEqual([room.replace('.json', '')])
  })

  test('have the same keys as Russian', () => {
    const keys = (all: Texts) => [...new Set([...all.keys()].map((key) => baseOf(key, all)))].sort()
    expect(keys(own)).toEqual(keys(texts.ru))
  })

  test('have every plural form that the language needs and no other', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const bases = [...own.keys()].map((key) => baseOf(key, own)).filter((base) => own.has(`${base}_other`))
    for (const base of new Set(bases)) {
      const present = pluralForms.filter((form) => own.has(`${base}_${form}`))
      expect({ base, forms: present }).toEqual({
        base,
        forms: pluralForms.filter((form) => needed.some((n) => n === form)),
      })
    }
  })

  test('are texts without empty ends', () => {
    expect([...own].filter(([, text]) => text.trim() === '' || text.trim() !== text)).toEqual([])
  })

  test('name the same values as Russian', () => {
    const differing = [...own].filter(([key, text]) => {
      const model = texts.ru.get(key) ?? texts.ru.get(`${baseOf(key, own)}_other`)
      return model !== undefined && placeholdersOf(text).join() !== placeholdersOf(model).join()
    })
    expect(differing).toEqual([])
  })
})

test('English has no Cyrillic letters', () => {
  expect([...texts.en].filter(([, text]) => /\p{Script=Cyrillic}/u.test(withoutPlaceholders(text)))).toEqual([])
})

test.each(['kk', 'ru'] as const)('%s is written in Cyrillic, but for names and abbreviations', (language) => {
  const latinOnly = [...texts[language]].filter(([, text]) => {
    const words = withoutPlaceholders(text)
    return /\p{Script=Latin}{4,}/u.test(words) && !/\p{Script=Cyrillic}/u.test(words)
  })
  expect(latinOnly.filter(([key]) => !sameInKazakhAndRussian.has(key))).toEqual([])
})

test('Russian has none of the letters that only Kazakh has', () => {
  expect([...texts.ru].filter(([, text]) => hasKazakhLetters(withoutPlaceholders(text)))).toEqual([])
})

test('Kazakh has none of the Russian words that give a forgotten translation away', () => {
  expect([...texts.kk].filter(([, text]) => russianTelltale.test(withoutPlaceholders(text)))).toEqual([])
})

test('Kazakh differs from Russian, except where both use the same word', () => {
  const same = [...texts.kk].filter(([key, text]) => {
    const words = withoutPlaceholders(text)
    return /\p{Script=Cyrillic}/u.test(words) && text === texts.ru.get(key) && !sameInKazakhAndRussian.has(key)
  })
  expect(same).toEqual([])
})

test('the list of words that Kazakh and Russian share is not longer than needed', () => {
  const needless = [...sameInKazakhAndRussian].filter(
    (key) => texts.kk.get(key) !== texts.ru.get(key) || !texts.kk.has(key),
  )
  expect(needless).toEqual([])
})

describe('use in the source', () => {
  const source = sourceFiles(join(root, 'app'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  /** Constant beginnings of keys that are finished at run time: t(`sites.kind.${kind}`). */
  const built = [...source.matchAll(/`([a-z_]+(?:\.[a-z0-9_]+)*[._])\$\{/g)].map(([, prefix = '']) => prefix)

  test('every key is used', () => {
    const quoted = new Set([...source.matchAll(/['"`]([a-z_]+(?:\.[a-zA-Z0-9_]+)+)['"`]/g)].map(([, key]) => key))
    const prefixes = [...built, ...builtPrefixes]
    const bases = [...new Set([...texts.ru.keys()].map((key) => baseOf(key, texts.ru)))]
    const unused = bases.filter((key) => !quoted.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)))
    expect(unused).toEqual([])
  })

  test('every declared beginning of a key leads to a text', () => {
    const keys = [...texts.ru.keys()]
    expect(builtPrefixes.filter((prefix) => !keys.some((key) => key.startsWith(prefix)))).toEqual([])
  })
})

function sourceFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) return entry.name === 'generated' || entry.name === 'locales' ? [] : sourceFiles(path)
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}
