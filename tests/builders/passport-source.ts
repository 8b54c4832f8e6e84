import { toLocalDate } from '#app/domain/kernel/local-date'
import type { Dossier } from '#app/domain/sites/model'
import type { PassportSource, Relative } from '#app/domain/sites/passport/source'
import type { PublicSite } from '#app/domain/sites/public-site'
import { fullDossier } from '#tests/builders/full-dossier'

const confirmedAt = new Date('2026-11-01T05:00:00Z')
export const passportNow = new Date('2026-11-22T09:00:00Z')

/** A published demo site that was confirmed three weeks before `passportNow`. */
export function publicSite(dossier: Dossier = fullDossier(), changes: Partial<PublicSite> = {}): PublicSite {
  return {
    ...{ id: 'site', number: 'BLQ-0042', kind: 'complex', status: 'published', townKey: 'balkhash', isDemo: true },
    ...{ confirmedAt, confirmBy: new Date('2027-01-30T05:00:00Z'), confirmations: {}, publishedAt: confirmedAt },
    ...{ changedAt: confirmedAt, endedAt: null, endReason: null, statusNote: null },
    ...{ dossier, photos: [], completeness: 69 },
    files: [{ id: 'b1', width: 0, height: 0, widths: [], contentType: 'application/pdf', bytes: 48_000 }],
    ...changes,
  }
}

/** What the passport of that site is made of. */
export function passportSource(changes: Partial<PassportSource> = {}): PassportSource {
  const { dossier, ...site } = publicSite()
  return {
    ...site,
    ...{ dossier, freshness: 'fresh', article234: 'yes', hiddenPhotos: 0, papers: [], openLevels: ['public'] },
    town: {
      key: 'balkhash',
      name: { kk: 'Балқаш', ru: 'Балхаш', en: 'Balkhash' },
      ...{ population: null, enterprises: [], rail: null, road: null },
    },
    region: { kk: 'Қарағанды облысы', ru: 'Карагандинская область', en: 'Karaganda Region' },
    body: { kk: '«Сарыарқа» ӘКК', ru: 'СПК «Сарыарка»', en: 'SPK Saryarka' },
    ...{ firstAnswerDays: 1.6, answersInTime: 0.9, styleUrl: null, now: passportNow, today: toLocalDate('2026-11-22') },
    surroundings: { whole: null, parts: [], bundle: null },
    ...changes,
  }
}

export function relative(number: string, figures: Partial<Relative> = {}): Relative {
  const name = { kk: number, ru: number, en: number }
  return { number, name, status: 'published', areaM2: null, plotHa: null, freeKw: null, ...figures }
}
