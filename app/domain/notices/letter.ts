import type { Localized } from '#app/domain/kernel/localized'
import { oneLine } from '#app/domain/notices/rules'
import type { Format } from '#app/platform/i18n/format'
import type { TFunction } from 'i18next'

/** What a letter says, before it becomes text and HTML. */
export type Letter = {
  subject: string
  /** Null when only the address is known. */
  name: string | null
  intro: string
  /** The third is the path of a page about it. */
  facts?: [label: string, value: string, path?: string][]
  /** Words of a person, shown as a quotation with their own line breaks. */
  quote?: string
  link: string
  action: string
  note?: string
  /** Ways to end such letters; the last is the one that a mail program may use by itself. */
  stops?: [words: string, path: string][]
}

export type Writer<Data> = (data: Data, words: Words) => Letter
export type Words = {
  t: TFunction
  format: Format
  say: (text: Localized) => string
  sayAll: (texts: Localized[]) => string
}

/** The letter as plain text; `origin` goes before its paths. */
export function writeText(letter: Letter, origin: string, t: TFunction): string {
  const quote = (letter.quote ?? '').split(/\r\n|[\r\n]/).map((line) => `> ${oneLine(line, 2000)}`.trimEnd())
  const facts = (letter.facts ?? []).map(([label, value, path]) =>
    path === undefined ? `${label}: ${value}` : `${label}: ${value}\n${origin}${path}`,
  )
  const stops = (letter.stops ?? []).map(([words, path]) => `${words}:\n${origin}${path}`)
  return [
    greet(letter, t),
    letter.intro,
    ...(letter.quote ? [quote.join('\n')] : []),
    ...(facts.length > 0 ? [facts.join('\n')] : []),
    `${letter.action}:\n${origin}${letter.link}`,
    ...(letter.note ? [letter.note] : []),
    ...stops,
    `-- \n${t('notices.letter.sender')}\n${t('notices.letter.automatic')}`,
  ].join('\n\n')
}

/** The first line of a letter. */
export function greet({ name }: Letter, t: TFunction): string {
  return name === null ? t('notices.letter.greeting_plain') : t('notices.letter.greeting', { name: oneLine(name, 100) })
}
