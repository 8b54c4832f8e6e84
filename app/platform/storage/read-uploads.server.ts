import { FormDataParseError, MultipartParseError, parseFormData } from '@mjackson/form-data-parser'

/** The server refuses larger bodies before any page sees them, so these bounds only guard the parser. */
const parserLimits = { maxFiles: 1_000, maxFileSize: 100_000_000 }

export type Upload = { name: string; bytes: Uint8Array }

/**
 * Hands the files that a form sent in `field` to `take`, one after another, so that one at a time is in memory. Throws
 * the 400 response for a body that no browser sends.
 */
export async function readUploads(
  request: Request,
  field: string,
  take: (upload: Upload) => Promise<void>,
): Promise<void> {
  try {
    await parseFormData(request, parserLimits, async (file) => {
      // An empty file chooser sends a file without a name.
      if (file.fieldName !== field || (file.name === '' && file.size === 0)) return
      await take({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    })
  } catch (error) {
    const isUnreadable = error instanceof MultipartParseError || error instanceof FormDataParseError
    throw isUnreadable ? new Response(null, { status: 400 }) : error
  }
}
