/**
 * The fields of a form. Throws the 400 response for a body that no form of ours sends: of another type, broken, or cut.
 * Files are read by `readUploads`.
 */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new Response(null, { status: 400 })
  }
}
