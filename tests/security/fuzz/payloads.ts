import fc from 'fast-check'

/** Stands in every payload, so that what comes back can be told from what the product says itself. */
export const MARKER = 'zqx7'

/** Header and line that a payload tries to make, named so that nothing of ours is called alike. */
export const SMUGGLED = 'x-zqx7'

const breaks = ['\r\n', '\n', '\r', '\u2028', '\u0085', '%0d%0a']

/** What breaks out of text, attributes, scripts, headers, cells, addresses and names of properties. */
const hostile = [
  `<${MARKER}><img src=x onerror=${MARKER}>`,
  `</script><${MARKER}>`,
  `</title></textarea></style><${MARKER}>`,
  `" ${MARKER}on=1 x="`,
  `' ${MARKER}on=1 x='`,
  `"><${MARKER}>`,
  `javascript:${MARKER}`,
  `data:text/html,<${MARKER}>`,
  `\\"};${MARKER}//`,
  '${7*7}{{7*7}}' + MARKER,
  ...breaks.map((end) => `${MARKER}${end}${SMUGGLED}: 1${end}Set-Cookie: ${MARKER}=1`),
  ...['=', '+', '-', '@', '\t=', '\r=', '＝'].map((sign) => `${sign}${MARKER}|'/c calc'!A1`),
  `//evil.example/${MARKER}`,
  `/\\evil.example/${MARKER}`,
  `https://evil.example/${MARKER}`,
  `/\t/evil.example/${MARKER}`,
  `/ru/../../evil.example`,
  `' OR 1=1 --${MARKER}`,
  `%' || pg_sleep(3) || '${MARKER}`,
  `../../../../etc/passwd`,
  `..%2f..%2f${MARKER}`,
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  `{"__proto__":{"${MARKER}":1}}`,
]

const odd = [
  '',
  ' ',
  '\0',
  `a\0${MARKER}`,
  '\u202e\u2066' + MARKER,
  '\ufeff',
  '\ud800',
  `\udfff${MARKER}`,
  '😀'.repeat(50),
  'é'.normalize('NFD'),
  'İıſK',
  '\u{10ffff}',
  'ﷺ'.repeat(40),
  '-1',
  '0',
  '1e309',
  'NaN',
  'Infinity',
  '-0',
  '0x10',
  '99999999999999999999',
  '2147483648',
  '9007199254740993',
  '1,5',
  '१२३',
  '2026-02-30',
  '0000-00-00',
  '275760-09-14',
  '2026-11-29T99:99',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'BLQ-0042',
  'blq-0042',
  'BLQ-99999999999',
  '2026-00001',
  'a@b',
  `"${MARKER}"@example.com`,
  'a@example.com\r\nBcc: b@example.com',
]

/** Text of a field or parameter. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...hostile) },
  { weight: 6, arbitrary: fc.constantFrom(...odd) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 1, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.integer().map(String) },
  { weight: 1, arbitrary: fc.constantFrom(1_000, 5_000, 60_000).map((size) => MARKER.padEnd(size, 'ж')) },
)

/** Names that a field or parameter should not have. */
export const nastyName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'intent',
    'key',
    'token',
    'next',
    'page',
    'size',
    'q',
    '_routes',
  ),
  fc.constantFrom(
    'a[b][c]',
    'a.b.c',
    'a[__proto__][x]',
    'list[0].__proto__.x',
    'x[999999999]',
    '__intent__',
    '',
    '[]',
    '.',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

const nastyLeaf = fc.oneof(
  nastyText,
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.bigInt().map((value) => Number(value)),
)

/** JSON text: objects with known names and hostile values, values of any kind, and what is deeper than anybody needs. */
export function nastyJson(names: readonly string[]): fc.Arbitrary<string> {
  const value = fc.oneof(
    nastyLeaf,
    fc.array(nastyLeaf, { maxLength: 5 }),
    fc.dictionary(nastyName, nastyLeaf, { maxKeys: 3 }),
  )
  const name = names.length > 0 ? fc.oneof(fc.constantFrom(...names), nastyName) : nastyName
  return fc.oneof(
    { weight: 6, arbitrary: fc.array(fc.tuple(name, value), { maxLength: 6 }).map(asObject) },
    { weight: 2, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.constantFrom(5, 500, 20_000).map((depth) => '['.repeat(depth) + ']'.repeat(depth)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(500, 10_000).map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
    },
    { weight: 1, arbitrary: fc.constantFrom('', '{', '{"a":1}x', '\ufeff{}', '{"a":1,"a":2}', '"\\ud800"', 'NaN') },
  )
}

/** Written by hand: `JSON.stringify` of an object would lose duplicate names and `__proto__`. */
function asObject(pairs: [string, unknown][]): string {
  return `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`
}

/** Percent-encoding of any text, lone surrogates included, which `encodeURIComponent` refuses. */
export function percent(text: string): string {
  return [...text]
    .map((sign) => {
      const code = sign.codePointAt(0) ?? 0
      if (code >= 0xd800 && code <= 0xdfff) {
        return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]
          .map((byte) => `%${byte.toString(16)}`)
          .join('')
      }
      return encodeURIComponent(sign)
    })
    .join('')
}
