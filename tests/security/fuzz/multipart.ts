import fc from 'fast-check'
import { MARKER } from './payloads'

const fileNames = [
  'plan.pdf',
  `../../../${MARKER}.html`,
  `a"; filename="b.svg`,
  `<${MARKER}>.png`,
  `${MARKER}\u202egnp.exe`,
  '.htaccess',
  'x'.repeat(400),
  '',
]
const contents = [
  Buffer.from(`%PDF-1.4\n${MARKER}`),
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="${MARKER}"/>`),
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]),
  Buffer.from('PK\u0003\u0004broken'),
  Buffer.from('\x89PNG\r\n\x1a\n'),
  Buffer.from(`number;name\n=${MARKER};+${MARKER}`),
  Buffer.alloc(0),
  Buffer.alloc(200_000, 0x41),
]

/** Fields and one hostile file, in a body that is sometimes broken. */
export function multipart(fields: [string, string][]): fc.Arbitrary<{ type: string; body: Buffer }> {
  return fc
    .record({
      fileField: fc.constantFrom('file', 'files', 'photo', 'workbook', 'attachments', fields[0]?.[0] ?? 'file'),
      name: fc.constantFrom(...fileNames),
      content: fc.constantFrom(...contents),
      type: fc.constantFrom('application/pdf', 'image/svg+xml', 'text/html', `text/html; x=${MARKER}`, ''),
      end: fc.constantFrom('--zqxb--\r\n', '--zqxb--\r\n', '--zqxb--\r\n', '', '--zqxb'),
      boundary: fc.constantFrom('zqxb', 'zqxb', 'zqxb', 'other', ''),
    })
    .map(({ fileField, name, content, type, end, boundary }) => {
      const quote = (text: string) => text.replace(/"/g, '%22').replace(/[\r\n]/g, ' ')
      const parts = fields.map(
        ([key, value]) => `--zqxb\r\nContent-Disposition: form-data; name="${quote(key)}"\r\n\r\n${value}\r\n`,
      )
      const head = `--zqxb\r\nContent-Disposition: form-data; name="${quote(fileField)}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`
      const body = Buffer.concat([Buffer.from(parts.join('') + head), content, Buffer.from(`\r\n${end}`)])
      return { type: `multipart/form-data${boundary ? `; boundary=${boundary}` : ''}`, body }
    })
}
