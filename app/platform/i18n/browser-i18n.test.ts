import { createBrowserI18n } from '#app/platform/i18n/browser-i18n'
import { createServerI18n, wordsOf } from '#app/platform/i18n/i18n.server'
import { languages } from '#app/platform/i18n/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

type Translate = (key: string, values?: Record<string, unknown>) => string

function keysOf(node: object, prefix = ''): string[] {
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${name}.`) : [`${prefix}${name}`],
  )
}

/** Names that i18next takes as instructions: a word with one of them would come out as its key. */
const INSTRUCTIONS = ['lng', 'lngs', 'ns', 'context', 'replace', 'defaultValue', 'ordinal', 'interpolation']

const value = fc.oneof(
  fc.integer(),
  fc.string(),
  fc.constantFrom('{{name}}', '$&', '$1', '<b>', '', null, undefined, true, 1.5),
)
const count = fc.option(fc.oneof(fc.nat(130), fc.constantFrom(0, 1, 1.5, 1_000_000)), { nil: undefined })

describe.each(languages)('the words of the browser in %s', (language) => {
  const words = wordsOf(language)
  const browser = createBrowserI18n(language, words).i18n.getFixedT(language) as unknown as Translate
  const server = createServerI18n(language).getFixedT(language) as unknown as Translate
  const leaves = keysOf(words)
  const keys = [...new Set(leaves.flatMap((key) => [key, key.replace(/_(zero|one|few|many|other)$/, '')]))]
  const namesIn = [...new Set(JSON.stringify(words).match(/(?<=\{\{)\w+(?=\}\})/g))]

  it('name no value like an instruction to i18next', () => {
    expect(namesIn.filter((name) => INSTRUCTIONS.includes(name))).toEqual([])
  })

  it('are all as the server writes them, with any values and counts', () => {
    expect(keys.length).toBeGreaterThan(300)
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.array(value, { minLength: 1, maxLength: 5 }), count, (key, some, n) => {
        const values = Object.fromEntries(namesIn.map((name, at) => [name, some[at % some.length]]))
        const all = { ...values, count: n }
        expect(browser(key, all)).toBe(server(key, all))
      }),
      { numRuns: 500 },
    )
    for (const key of leaves) expect(browser(key)).toBe(server(key))
  })
})

describe('words that come later', () => {
  it('are found once added, without losing the first', () => {
    const { i18n, addWords } = createBrowserI18n('ru', { ui: { name: 'Имя' } })
    const translate = i18n.getFixedT('ru') as unknown as Translate
    expect(translate('spk.title')).toBe('spk.title')
    addWords({ spk: { title: 'Обращения' } })
    expect([translate('spk.title'), translate('ui.name')]).toEqual(['Обращения', 'Имя'])
  })

  it('are not taken from the nature of objects', () => {
    const translate = createBrowserI18n('ru', {}).i18n.getFixedT('ru') as unknown as Translate
    expect(translate('constructor.name')).toBe('constructor.name')
  })
})
