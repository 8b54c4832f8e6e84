import type { Language } from '#app/platform/i18n/language'

/** What somebody agrees to: that an inquiry is handled, an account kept, letters sent. */
export const consentPurposes = ['inquiry', 'account', 'letters'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/**
 * The texts that were ever shown, oldest first; the newest is shown. `words` names them in the room `consents` of the
 * locales. They are never changed: a test compares them with their SHA-256, and a new wording is a new version.
 */
export const consentVersions = [
  {
    id: 'inquiry-2026-11',
    words: 'v2026_11_22',
    since: '2026-11-22',
    purposes: ['inquiry'],
    digests: {
      kk: '314fdb46116ff9fef1afb78fa2eb7e71dfb81fa7b02b11bac9f12b75a47d1d67',
      ru: '8d2cac72122ce98f353bef63038e13daa7cca129dad0b9a27b9393848745162a',
      en: '9eb50dc1755defe96b6b740b942d45c7eea87249ebcb570424ce0bdddaaadc59',
    },
  },
  {
    id: '2026-11-29',
    words: 'v2026_11_29',
    since: '2026-11-29',
    purposes: ['inquiry', 'account', 'letters'],
    digests: {
      kk: '8f3cfaa7b6329885a403b9a7d516c14a18df56d510b591f9a0a42e0bf8b28929',
      ru: 'e19ee6051783e1e61cc9b022c824b2afb7d5c81da693b26e62142a6b681c793d',
      en: '4b9879651832ff72626a37916ef3e8d25622571274a1b0cace48700d6cc146bb',
    },
  },
] as const satisfies readonly ConsentVersion[]

type ConsentVersion = {
  /** What is stored with each consent */
  id: string
  words: string
  /** First day on which it was shown */
  since: string
  purposes: readonly ConsentPurpose[]
  digests: Record<Language, string>
}

/** The version that forms show now. */
export const consentVersion = '2026-11-29'

/** A consent as it is stored beside what it is about. */
export function consentGiven(language: Language, now: Date) {
  return { consentText: consentVersion, consentedAt: now, consentLocale: language }
}
