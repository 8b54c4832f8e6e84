/**
 * `Content-Disposition` of a file that is saved, not opened: the name as RFC 6266 wants it, with a plain stand-in for
 * programs that know only ASCII.
 */
export function attachment(fileName: string): string {
  return `attachment; ${named(fileName)}`
}

/** The same of a file that the browser shows. */
export function inline(fileName: string): string {
  return `inline; ${named(fileName)}`
}

function named(fileName: string): string {
  const name =
    fileName
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}/\\]/gu, ' ')
      .trim() || 'file'
  const plain = name.replace(/[^\x20-\x7e]|["%;]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${encoded}`
}
