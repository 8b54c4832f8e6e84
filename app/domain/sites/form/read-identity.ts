import { readCadastralNumber } from '#app/domain/kernel/identifiers'
import type { Dossier } from '../model'
import { textLimits } from '../schema'
import { cleanText, type FieldReader } from './field-reader'
import { typedText } from './form-fields'

const cadastralLimits = { count: 50, length: 60 }

export function readIdentity(reader: FieldReader, before: Dossier['identity']): Dossier['identity'] {
  return {
    name: reader.localized('identity.name', before.name, textLimits.name),
    description: reader.localized('identity.description', before.description, textLimits.text, true),
    address: reader.localized('identity.address', before.address, textLimits.line),
    cadastralNumbers: readCadastralNumbers(reader, before.cadastralNumbers),
    point: reader.point('identity.point', before.point),
  }
}

/** One number a line; commas and semicolons part them, too. An unusual number is taken: the format has no source. */
function readCadastralNumbers(reader: FieldReader, before: string[]): string[] {
  const name = 'identity.cadastralNumbers'
  const typed = typedText(reader.fields, name)
  if (typed === null) return before
  const numbers = cleanText(typed)
    .split(/[\n,;]/)
    .map((text) => readCadastralNumber(text).text)
    .filter((text) => text !== '')
  if (numbers.length > cadastralLimits.count) {
    reader.fail(name, 'too_many', { max: cadastralLimits.count })
    return before
  }
  if (numbers.some((text) => text.length > cadastralLimits.length)) {
    reader.fail(name, 'too_long', { max: cadastralLimits.length })
    return before
  }
  return [...new Set(numbers)]
}
