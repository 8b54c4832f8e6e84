import { describe, expect, it } from 'vitest'
import { readProductionPackages } from '../tools/production-packages'

/** Licences that packages of the running product may have: none of them asks to open what is built with it. */
const allowed = new Set([
  ...['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'Zlib', 'CC0-1.0', '0BSD', 'MIT-0'],
  // Fonts.
  'OFL-1.1',
])

/** Packages that are looked at one by one. */
const exceptions = [
  // libvips, a library of its own beside sharp, which links it at run time and is not changed: LGPL asks for no more.
  { package: /^@img\/sharp-(libvips-|win32-|wasm32$)/, licence: 'LGPL-3.0-or-later' },
  // The package names none, its LICENSE file says MIT.
  { package: /^png-js$/, licence: 'none' },
]

const inProduction = readProductionPackages()

/** Whether an SPDX expression of AND, OR and one pair of brackets can be met. */
function isAllowed(name: string, expression: string): boolean {
  const isGood = (licence: string) =>
    allowed.has(licence) || exceptions.some((known) => known.package.test(name) && known.licence === licence)
  return expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every(isGood))
}

describe('packages of the running product', () => {
  it('are found', () => {
    expect(inProduction.length).toBeGreaterThan(150)
  })

  it('have licences that ask for nothing but their notice', () => {
    expect(inProduction.filter(({ name, licence }) => !isAllowed(name, licence))).toEqual([])
  })

  it.each(['GPL-3.0-only', 'none', 'MIT AND GPL-3.0-only', '(MIT OR GPL-3.0-only) AND SSPL-1.0'])(
    'would not have %s',
    (expression) => expect(isAllowed('anything', expression)).toBe(false),
  )
})
