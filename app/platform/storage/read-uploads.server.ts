import { checkForm } from '#app/platform/http/read-form.server'
import { FormDataParseError, MultipartParseError, parseFormData } from '@mjackson/form-data-parser'

/** The server refuses larger bodies before any page sees them, so these bounds only guard the parser. */
const parserLimits = { maxFiles: 1_000, maxFileSize: 100_000_000 }

export type Upload<Field extends string> = { field: Field; name: string; bytes: Uint8Array }

/**
 * Hands the files that a form sent in `fields` to `take`, one after another, so that one at a time is in memory. Gives
 * the other fields. Throws the 400 response for a body that no browser sends.
 */
export async function readUploads<Field extends string>(
  request: Request,
  fields: readonly Field[],
  take: (upload: Upload<Field>) => Promise<void>,
): Promise<FormData> {
  try {
    const form = await parseFormData(request, parserLimits, async (file) => {
      // An empty file chooser sends a file without a name.
      const field = fields.find((name) => name === file.fieldName)
      if (field === undefined || (file.name === '' && file.size === 0)) return
      await take({ field, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    })
    return checkForm(form)
  } catch (error) {
    const isUnreadable = error instanceof MultipartParseError || error instanceof FormDataParseError
    throw isUnreadable ? new Response(null, { status: 400 }) : error
  }
}
