import type { Language } from '#app/domain/kernel/localized'

/** What people write into cells, in all three languages; the keys are `normalWord`s. */
export type ImportWords = {
  /** By the prefix of the options' words (`Field.words`): word or code → code. */
  choices: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Heading of a column in any language → its code. */
  titles: ReadonlyMap<string, string>
  kinds: ReadonlyMap<string, string>
  noData: ReadonlySet<string>
  notApplicable: ReadonlySet<string>
  yes: ReadonlySet<string>
  no: ReadonlySet<string>
}

/** Titles and words of the template in one language. */
export type TemplateWords = {
  language: Language
  titleOf(code: string): string
  choiceOf(words: string, option: string): string
  kindOf(kind: string): string
}

/** A word as it is compared: without case, doubled spaces and the dots of ё. */
export function normalWord(text: string): string {
  return text.trim().replace(/\s+/gu, ' ').toLowerCase().replaceAll('ё', 'е')
}
