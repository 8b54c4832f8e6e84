import { inflateSync } from 'node:zlib'

export type PdfCode = 'pdf_encrypted' | 'pdf_active' | 'pdf_broken'

/** Objects of a PDF are packed into streams as well; more than this, unpacked, is no paper. */
const mostUnpacked = 40_000_000

/** Names of what runs, starts a program or carries another file. */
const activeName = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z0-9])/
const encryptedName = /\/Encrypt(?![A-Za-z0-9])/

/**
 * What keeps a PDF from being published: it is encrypted, or holds scripts, actions or other files; null when nothing was
 * found. A look at the names of its objects, packed ones too, and no search for viruses: a file that is made to deceive
 * may pass, so papers are given out as attachments that a browser does not open in the site's name.
 */
export function inspectPdf(bytes: Uint8Array): PdfCode | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!text.includes('%%EOF') || !/\bobj\b/.test(text)) return 'pdf_broken'
  const names = readObjects(text)
  if (names === null) return 'pdf_broken'
  const plain = names.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  if (encryptedName.test(plain)) return 'pdf_encrypted'
  return activeName.test(plain) ? 'pdf_active' : null
}

/** The text of the objects without the contents of pages and pictures; null when too much is packed. */
function readObjects(text: string): string | null {
  const parts: string[] = []
  const start = />>\s*stream\r?\n/g
  let at = 0
  let unpacked = 0
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const before = text.slice(at, found.index + 2)
    parts.push(before)
    const end = text.indexOf('endstream', start.lastIndex)
    if (end < 0) break
    if (/\/ObjStm(?![A-Za-z0-9])/.test(before.slice(before.lastIndexOf('obj')))) {
      const objects = unpack(text.slice(start.lastIndex, end))
      unpacked += objects?.length ?? 0
      if (objects === null || unpacked > mostUnpacked) return null
      parts.push(objects)
    }
    at = end
    start.lastIndex = end
  }
  parts.push(text.slice(at))
  return parts.join('\n')
}

/** Objects that are packed in another way than the usual one are taken as they are. */
function unpack(stream: string): string | null {
  try {
    return inflateSync(Buffer.from(stream, 'latin1'), { maxOutputLength: mostUnpacked }).toString('latin1')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? null : stream
  }
}
