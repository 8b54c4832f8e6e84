import { makeVoice } from '#app/domain/sites/passport/said'
import type { PassportSource } from '#app/domain/sites/passport/source'
import { viewPassport } from '#app/domain/sites/passport/view-passport.server'
import type { PassportSheet } from '#app/domain/sites/pdf/model'
import { translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import { passportSource } from './passport-source'

/** The paper of a demo site on which everything stands that a passport may say. */
export function fullSheet(lang: Language, changes: Partial<PassportSource> = {}): PassportSheet {
  const source = passportSource(changes)
  return {
    lang,
    url: `https://alan.example/${lang}/sites/BLQ-0042`,
    today: source.today,
    data: viewPassport(source, makeVoice(lang, translator(lang))),
    photos: [],
    ...{ townPoint: [74.995, 46.848], regionKey: 'karaganda', townSources: ['stat.gov.kz'] },
    zone: {
      verdict: 'eligible_if',
      rules: [{ answer: 'yes', question: 'Готовое здание', because: 'площадь 2 400 м²', citation: '242-VI, 14(3)' }],
      limits: '',
    },
    incentives: [
      { name: 'Даму', terms: '12,6 %', basis: '№ 754', availability: 'active', verdict: '', source: 'damu.kz, 2026' },
    ],
  }
}
