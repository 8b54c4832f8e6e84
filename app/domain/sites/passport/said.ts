import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { makeFormat, type Format } from '#app/platform/i18n/format'
import type { Language } from '#app/platform/i18n/language'
import type { TFunction } from 'i18next'

/** A piece in another language than the page; `zxx` for names, numbers of papers and other words of no language. */
export type Foreign = { text: string; lang: Language | 'zxx' }

/** Words ready to be shown, in the language of the page but for the pieces that say otherwise. */
export type Said = string | readonly (string | Foreign)[]

/** What is needed to speak of a site in one language. */
export type Voice = {
  lang: Language
  t: TFunction
  format: Format
  /** A word whose key is only known at run time, e.g. from the list of fields. */
  word: (key: string) => string
  /** The text in the language of the page, else in the nearest one and marked as such; empty when nobody wrote it. */
  say: (text: Localized) => Said
}

export function makeVoice(lang: Language, t: TFunction): Voice {
  return {
    ...{ lang, t },
    format: makeFormat(lang, t),
    word: (key) => String(t(key as 'ui.state.unknown')),
    say: (written) => {
      const { text, language } = chooseText(written, lang)
      return language === lang || text === '' ? text : [{ text, lang: language }]
    },
  }
}

/** A name, the number of a paper: the same in all languages. */
export function named(text: string): Said {
  return text === '' ? '' : [{ text, lang: 'zxx' }]
}

export function isSilent(said: Said): boolean {
  return plain(said) === ''
}

/** One after another with `between` in the gaps; what is empty leaves no gap. */
export function joined(parts: readonly Said[], between = ' · '): Said {
  const pieces = parts
    .filter((part) => !isSilent(part))
    .flatMap((part, index) => [...(index === 0 ? [] : [between]), ...(typeof part === 'string' ? [part] : part)])
  const merged: (string | Foreign)[] = []
  for (const piece of pieces) {
    const last = merged.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') merged[merged.length - 1] = last + piece
    else merged.push(piece)
  }
  const [only] = merged
  if (merged.length <= 1 && (only === undefined || typeof only === 'string')) return only ?? ''
  return merged
}

/** The same without marks of language. */
export function plain(said: Said): string {
  return typeof said === 'string'
    ? said
    : said.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')
}

export function startLarge(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}

export function startSmall(words: string): string {
  const [first = '', second = ''] = words
  // An abbreviation stays as it is.
  return second !== '' && second === second.toLocaleUpperCase() && second !== second.toLocaleLowerCase()
    ? words
    : first.toLocaleLowerCase() + words.slice(1)
}
