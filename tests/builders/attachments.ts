import type { SentFile } from '#app/domain/inquiries/attachments/read-message-form.server'
import { readMessageForm } from '#app/domain/inquiries/attachments/read-message-form.server'

/** A PDF that shows one page; `mark` makes it another file. */
export function plainPdf(mark = 'one'): Uint8Array {
  const objects = [
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj % ${mark}`,
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ]
  return new TextEncoder().encode(`%PDF-1.4\n${objects.join('\n')}\n`)
}

export type NamedFile = { name: string; bytes: Uint8Array | string; type?: string }

/** The request of a form with these fields and files. */
export function formRequest(fields: Record<string, string>, files: readonly NamedFile[]): Request {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  for (const { name, bytes, type = 'application/pdf' } of files) {
    body.append('files', new File([bytes as BlobPart], name, { type }))
  }
  return new Request('http://localhost/ru/inquiries/2026-00001', { method: 'POST', body })
}

/** Files as a command gets them. */
export async function sentFiles(...files: NamedFile[]): Promise<SentFile[]> {
  const sent = await readMessageForm(formRequest({}, files))
  if (sent.refused !== null) throw new Error(sent.refused.code)
  return sent.files
}
