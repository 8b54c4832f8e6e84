const NUL_SHARE = 0.2
const SAMPLE = 4096

/**
 * Text of a file whose encoding nobody says: by its byte order mark, by the zero bytes of UTF-16, as UTF-8 when it is
 * valid, else as Windows-1251, which old office programs write here. Null when the bytes are no text.
 */
export function decodeText(bytes) {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  // Tab, line feed and carriage return belong to tables; other control characters do not belong to text.
  return /\p{Cc}/u.test(text.slice(0, SAMPLE).replace(/[\t\n\r]/g, '')) ? null : { text, encoding }
}

function encodingOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE)
  if (shareOfZeros(sample, 1) > NUL_SHARE) return 'utf-16le'
  if (shareOfZeros(sample, 0) > NUL_SHARE) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1251'
  }
}

/** Share of zeros among the odd (1) or even (0) bytes: in UTF-16 those of separators, digits and spaces are zero. */
function shareOfZeros(bytes, parity) {
  let zeros = 0
  for (let index = parity; index < bytes.length; index += 2) if (bytes[index] === 0) zeros += 1
  return bytes.length < 4 ? 0 : zeros / (bytes.length / 2)
}
