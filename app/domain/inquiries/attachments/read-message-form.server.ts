import { bareName, paperFileName } from '#app/domain/sites/uploads'
import { readForm } from '#app/platform/http/read-form.server'
import { paperTypes, readPaper, type ReadPaper } from '#app/platform/storage/papers.server'
import { readUploads } from '#app/platform/storage/read-uploads.server'
import { attachmentLimits, filesField, type AttachmentFault } from './model'
import { isLyingName } from './rules'

/** A file that was looked into and is not stored yet. */
export type SentFile = ReadPaper & { fileName: string }

/** Why the files cannot be taken; `file` is the name of the one that is meant. */
export type FileRefusal = { code: AttachmentFault; file: string }

export type MessageForm = { form: FormData; files: SentFile[]; refused: FileRefusal | null }

/** The fields of a form that may carry files, and the files; one that is not taken refuses all of them. */
export async function readMessageForm(request: Request): Promise<MessageForm> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    return { form: await readForm(request), files: [], refused: null }
  }
  const files: SentFile[] = []
  const faults: FileRefusal[] = []
  const form = await readUploads(request, [filesField], async ({ name, bytes }) => {
    if (faults.length > 0) return
    const file = bareName(name)
    const refuse = (code: AttachmentFault) => void faults.push({ code, file })
    if (files.length >= attachmentLimits.count) return refuse('too_many')
    if (bytes.byteLength > attachmentLimits.bytes) return refuse('paper_too_large')
    const verdict = await readPaper(bytes)
    if (!verdict.ok) return refuse(verdict.code)
    const { contentType, sha256 } = verdict.value
    if (isLyingName(name, contentType)) return refuse('name_lies')
    if (files.some((other) => other.sha256 === sha256)) return
    files.push({ ...verdict.value, fileName: paperFileName(name, paperTypes[contentType]) })
  })
  const [refused = null] = faults
  return { form, files: refused === null ? files : [], refused }
}
