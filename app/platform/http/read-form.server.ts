import { formTokenField } from './form-token'

/** The longest form of ours, a dossier with many buildings, has some hundreds. */
const mostFields = 4_000
const longestName = 200
const deepestName = 20

/**
 * A name with an index (`x[999999999]`) makes a list of that length of it, a deep one as many calls; none of our forms
 * has them, nor the orders to the form library.
 */
const isCrafted = (name: string) =>
  name.length > longestName || /\[\d|^__intent__$/.test(name) || name.split(/[.[]/).length > deepestName

/**
 * The fields of a form. Throws the 400 response for a body that no form of ours sends: of another type, broken or cut,
 * with more fields than any has, or with names that cost more to read than a form may. Files are read by `readUploads`.
 */
export async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
  return checkForm(form)
}

/** The form without the token of its session. Throws the 400 response for one that only a program makes. */
export function checkForm(form: FormData): FormData {
  const names = [...form.keys()]
  if (names.length > mostFields || names.some(isCrafted)) throw new Response(null, { status: 400 })
  form.delete(formTokenField)
  return form
}
