import type { Localized } from '#app/domain/kernel/localized'
import { makeVoice, plain, type Voice } from '#app/domain/sites/passport/said'
import type { Language } from '#app/platform/i18n/language'
import type { TFunction } from 'i18next'

/** What every part of the paper needs to speak. Paper knows no marks of language: what is said is plain text. */
export type Print = Pick<Voice, 't' | 'format'> & {
  /** The text in the language of the paper, else in the nearest one. */
  say: (text: Localized) => string
}

export function makePrint(lang: Language, t: TFunction): Print {
  const voice = makeVoice(lang, t)
  return { t, format: voice.format, say: (text) => plain(voice.say(text)) }
}
