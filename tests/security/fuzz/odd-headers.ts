import fc from 'fast-check'
import { MARKER, SMUGGLED, nastyText } from './payloads'

/** Headers of odd clients; most requests have none, and what no client can send Node refuses itself. */
export function oddHeaders(base: string): fc.Arbitrary<Record<string, string>> {
  const value = nastyText.map((text) => text.replace(/[^\x20-\x7e\x80-\xff]/g, '').slice(0, 2000))
  const one = fc.oneof(
    fc.tuple(
      fc.constantFrom(
        ...['accept', 'accept-language', 'accept-encoding', 'range', 'if-none-match', 'if-modified-since', 'if-range'],
        ...[
          'referer',
          'user-agent',
          'authorization',
          'x-forwarded-host',
          'x-forwarded-proto',
          'x-http-method-override',
        ],
        ...[
          'x-original-url',
          'forwarded',
          'x-remix-reload-document',
          'purpose',
          'content-encoding',
          'expect',
          'upgrade',
        ],
        ...['sec-fetch-site', SMUGGLED],
      ),
      value,
    ),
    fc.constantFrom<[string, string]>(
      ['accept', 'text/event-stream'],
      ['accept-encoding', 'br;q=0, gzip;q=x, *'],
      ['range', 'bytes=0-0,5-1,-1'],
      ['range', 'bytes=99999999999-'],
      ['origin', 'null'],
      ['origin', 'https://evil.example'],
      ['host', 'evil.example'],
      ['x-forwarded-host', 'evil.example'],
      ['referer', `${base}//evil.example/${MARKER}`],
      ['content-type', 'multipart/form-data; boundary='],
    ),
  )
  const some = fc.array(one, { minLength: 1, maxLength: 3 }).map((pairs) => Object.fromEntries(pairs))
  return fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: some })
}
