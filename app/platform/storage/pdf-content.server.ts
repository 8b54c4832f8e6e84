import { inflateSync } from 'node:zlib'

export type PdfCode = 'pdf_encrypted' | 'pdf_active' | 'pdf_broken'

/** Objects of a PDF are packed into streams as well; more than this, unpacked and all together, is no paper. */
const mostUnpacked = 40_000_000

/** A paper of a thousand pages has some hundred such streams. */
const mostPacked = 5_000

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
  // What is encrypted does not unpack either, and says so in the open.
  if (names === null) return encryptedName.test(text) ? 'pdf_encrypted' : 'pdf_broken'
  const plain = withoutDisguise(names)
  if (encryptedName.test(plain)) return 'pdf_encrypted'
  return activeName.test(plain) ? 'pdf_active' : null
}

/** A name may be written with the codes of its letters: `/J#61vaScript`. */
function withoutDisguise(names: string): string {
  return names.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

/** The text of the objects without the contents of pages and pictures; null when too much is packed, or does not unpack. */
function readObjects(text: string): string | null {
  const parts: string[] = []
  const start = />>\s*stream\r?\n/g
  let at = 0
  let [packed, unpacked] = [0, 0]
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const before = text.slice(at, found.index + 2)
    parts.push(before)
    const end = text.indexOf('endstream', start.lastIndex)
    if (end < 0) break
    const head = withoutDisguise(before.slice(before.lastIndexOf('obj')))
    if (/\/ObjStm(?![A-Za-z0-9])/.test(head)) {
      packed += 1
      const stream = text.slice(start.lastIndex, end)
      const objects = /\/Filter(?![A-Za-z0-9])/.test(head) ? unpack(stream, mostUnpacked - unpacked) : stream
      if (objects === null || packed > mostPacked) return null
      unpacked += objects.length
      parts.push(objects)
    }
    at = end
    start.lastIndex = end
  }
  parts.push(text.slice(at))
  return parts.join('\n')
}

/** Null when it is larger than `most`, or packed in another way than objects are. */
function unpack(stream: string, most: number): string | null {
  if (most <= 0) return null
  try {
    return inflateSync(Buffer.from(stream, 'latin1'), { maxOutputLength: most }).toString('latin1')
  } catch {
    return null
  }
}
