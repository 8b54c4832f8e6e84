// Writes app/styles/fonts/*.woff2 from the Inter of @fontsource-variable/inter. Run: npm install && npm run build
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)
const target = new URL('../../app/styles/fonts/', import.meta.url)

const letters = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')

// What every page shows comes in three files; accented names and the tenge sign load where they occur.
const parts = {
  latin: { from: 'latin', text: letters(0x20, 0x7e) + '\u00a0«»°±²³·×–—‘’“”„•…′″−↑↓' },
  'latin-accents': { from: 'latin', text: letters(0xc0, 0xd6) + letters(0xd8, 0xff) + '¡£§©®¼½¾¿™' },
  'latin-kk': { from: 'latin-ext', text: 'ĞğĢİıŁłŃńŞşŠšŪūŽžǴǵ' },
  tenge: { from: 'latin-ext', text: '₸' },
  cyrillic: { from: 'cyrillic', text: letters(0x410, 0x44f) + 'ЁёІіҰұ№' },
  'cyrillic-kk': { from: 'cyrillic-ext', text: 'ӘәҒғҚқҢңӨөҮүҺһ' },
}

// Kerning of Latin letters would weigh three kilobytes on every page, most of which hold a few numbers in Latin only.
const features = ['ccmp', 'locl', 'tnum']
const kerned = [...features, 'kern', 'mark', 'mkmk']

for (const [name, { from, text }] of Object.entries(parts)) {
  const source = require.resolve(`@fontsource-variable/inter/files/inter-${from}-wght-normal.woff2`)
  const font = await subsetFont(await readFile(source), text, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700, default: 400 } },
    keepFeatures: name === 'latin' ? features : kerned,
    noHinting: true,
  })
  await writeFile(new URL(`inter-${name}.woff2`, target), font)
  console.log(`inter-${name}.woff2  ${text.length} letters  ${font.length} bytes`)
}
