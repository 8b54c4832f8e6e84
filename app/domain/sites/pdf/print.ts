import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Localized } from '#app/domain/kernel/localized'
import { makeVoice, plain, type Voice } from '#app/domain/sites/passport/said'
import type { TFunction } from 'i18next'
import type { PassportSheet } from './model'

/** What every part of the paper needs to speak. Paper knows no marks of language: what is said is plain text. */
export type Print = Omit<Voice, 'say'> & {
  voice: Voice
  /** The text in the language of the paper, else in the nearest one. */
  say: (text: Localized) => string
  today: LocalDate
  /** Values that nobody confirmed in time are grey. */
  isStale: boolean
}

export function makePrint({ lang, today, freshness }: PassportSheet, t: TFunction): Print {
  const voice = makeVoice(lang, t)
  const isStale = freshness === 'stale' || freshness === 'lapsed'
  return { ...voice, voice, say: (text) => plain(voice.say(text)), today, isStale }
}
