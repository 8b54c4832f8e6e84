/** Endings that each kind of content goes by. */
const endings: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
}

/**
 * Whether the name of a file promises something else than its content is: `plan.pdf` that is a picture, or a PDF that
 * calls itself `plan.exe`. A name without an ending promises nothing.
 */
export function isLyingName(fileName: string, contentType: string): boolean {
  const ending = /\.([\p{L}\p{N}]{1,8})\s*$/u.exec(fileName.replace(/\p{Cf}/gu, ''))?.[1]?.toLowerCase()
  if (ending === undefined || /^\d+$/.test(ending)) return false
  return !(endings[contentType] ?? []).includes(ending)
}
