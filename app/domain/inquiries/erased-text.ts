import { escapeHtml } from '#app/domain/notices/rules'

type Known = Record<'name' | 'email' | 'title', string> & Record<'phone' | 'organizationName' | 'bin', string | null>

/** What stands where the person’s words stood; interfaces say of it what it means. */
export const erasedText = '—'

/** Shorter ones would be found inside other words. */
const shortest = 4

/**
 * What tells of the person wherever it stands, the longest first; letters in HTML write it in their own way. `withTitle`: also
 * the title of the inquiry, which letters and notices say, while in the words of an official it could be any word.
 */
export function textsOf({ name, email, title, phone, organizationName, bin }: Known, withTitle = false): string[] {
  const said = [name, email, withTitle ? title : null, phone, organizationName, bin].flatMap(
    (text) => text?.trim() ?? [],
  )
  return [...new Set(said.flatMap((text) => [text, escapeHtml(text)]))]
    .filter((text) => text.length >= shortest)
    .sort((one, other) => other.length - one.length)
}

/** The value with every one of the texts replaced, in the strings of lists and objects too. */
export function scrub<Value>(value: Value, texts: readonly string[]): Value {
  if (typeof value === 'string')
    return texts.reduce((sofar: string, text) => sofar.replaceAll(text, erasedText), value) as Value
  if (Array.isArray(value)) return value.map((item: unknown) => scrub(item, texts)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, scrub(item as unknown, texts)])) as Value
}
