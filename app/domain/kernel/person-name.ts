/** Signs that no name has, and addresses do. */
const strange = /[/\\:@<>]/
/** An initial, also the second one of a double name: Ж.-П. */
const initial = /^-?\p{L}\p{M}*$/u
/** What may follow an initial without a space: another one, or a word that begins like a name. */
const afterInitial = /^(?:\p{L}\p{M}*$|[\p{Lu}\p{Lt}\p{Lo}])/u

/**
 * Whether the text could be a name. Letters greet by it, so it must hold no address that a mail program makes a link of: a dot
 * inside a word stands after an initial only, as in И.И. or А.Б.Иванов.
 */
export function looksLikeName(text: string): boolean {
  // Look-alikes of the signs count as them, and what nobody sees hides nothing.
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '')
  return !strange.test(plain) && plain.split(/[^\p{L}\p{M}\p{N}._。-]+/u).every(hasOnlyInitials)
}

function hasOnlyInitials(word: string): boolean {
  const pieces = word.split(/[.。]/)
  return pieces.every((piece, index) => {
    const next = pieces[index + 1] ?? ''
    const isInside = piece !== '' && /^[\p{L}\p{N}]/u.test(next)
    return !isInside || (initial.test(piece) && afterInitial.test(next))
  })
}
