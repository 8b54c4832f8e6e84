import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

type Tokens = Record<string, string>

/** Colour tokens of the first block that begins with `opening`. */
function tokensOf(opening: string): Tokens {
  const start = css.indexOf(opening)
  const body = start < 0 ? '' : css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return Object.fromEntries(
    [...body.matchAll(/--color-([a-z-]+):\s*(#[0-9a-f]{6})\s*;/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** WCAG 2.2 relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const light = tokensOf('@theme')
const dark = { ...light, ...tokensOf(":root[data-theme='dark']") }
const high = { ...light, ...tokensOf(":root[data-vision='high'] {") }
const highDark = { ...high, ...tokensOf(":root[data-vision='high'][data-theme='dark']") }

const grounds = ['paper', 'surface', 'sunken']
const textPairs = [
  ...['ink', 'muted', 'accent', 'accent-strong', 'wheat-ink', 'good', 'bad'].flatMap((text) =>
    grounds.map((ground) => [text, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent', 'accent-soft'],
  ['accent-strong', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['muted', 'accent-soft'],
  ['wheat-ink', 'wheat-soft'],
  ['ink', 'wheat-soft'],
  ['muted', 'wheat-soft'],
  ['good', 'good-soft'],
  ['ink', 'good-soft'],
  ['bad', 'bad-soft'],
  ['ink', 'bad-soft'],
  ['paper', 'ink'],
] as const

describe.each([
  ['light', light, 4.5],
  ['dark', dark, 4.5],
  ['high contrast', high, 7],
  ['high contrast, dark', highDark, 7],
])('%s tokens', (_name, tokens, least) => {
  test('were read', () => expect(Object.keys(tokens).length).toBeGreaterThanOrEqual(20))

  test.each(textPairs)(`%s on %s can be read`, (text, ground) => {
    expect(contrast(tokens[text] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(least)
  })

  test.each([
    ...grounds.map((ground) => ['edge', ground] as const),
    ['marker', 'surface'] as const,
    ['on-marker', 'marker'] as const,
    ['accent', 'track'] as const,
  ])('%s on %s can be seen', (part, ground) => {
    expect(contrast(tokens[part] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(3)
  })
})

test('dark looks the same whether the system or the visitor chose it', () => {
  expect(tokensOf(":root:not([data-theme='light'])")).toEqual(tokensOf(":root[data-theme='dark']"))
})
