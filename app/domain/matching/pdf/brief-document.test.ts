import type { MatchView } from '#app/domain/matching/brief-view'
import { describeNeeds } from '#app/domain/matching/describe-need'
import { writeBriefPaper } from '#app/domain/matching/pdf/brief-document'
import type { BriefSheet } from '#app/domain/matching/pdf/model'
import { presetOf } from '#app/domain/matching/presets'
import { makeFormat } from '#app/platform/i18n/format'
import { translator } from '#app/platform/i18n/i18n.server'
import { languages, type Language } from '#app/platform/i18n/language'
import { describe, expect, it } from 'vitest'

const names = { towns: {}, regions: {}, incentives: {} }

function matchOf(number: string, isDemo: boolean): MatchView {
  return {
    site: {
      ...{ number, kind: 'building', town: 'Балхаш', region: 'Карагандинская область', isDemo },
      name: { text: `Цех ${number}`, language: 'ru' },
      ...{ freshness: 'fresh', confirmedAt: null, confirmUntil: null },
    },
    ...{ low: 0.61, high: 0.8, strongest: ['area'], weakest: ['electricity'] },
    outcomes: [
      { criterion: 'area', state: 'met', says: '4 320 м²', note: '' },
      { criterion: 'electricity', state: 'partly', says: '350 кВт', note: 'не хватает 150 кВт' },
    ],
  }
}

function said(lang: Language, matches: MatchView[], isDemo = false): string {
  const t = translator(lang)
  const format = makeFormat(lang, t)
  const brief = { ...presetOf('manufacturing'), activity: 'Цех' }
  const sheet: BriefSheet = {
    ...{ lang, title: 'Цех', isDemo, url: 'https://alan.test/ru/briefs/1' },
    project: { activity: 'Цех', startOn: '2028-01-01', jobs: 120, investmentKzt: 3_800_000_000 },
    answer: {
      ...{ algorithm: 'alan-match/1', judgedAt: '2026-11-22T09:00:00.000Z' },
      needs: describeNeeds(brief, names, { t, format }),
      ...{ matches, total: matches.length, open: [], openTotal: 0, near: [], nearTotal: 0 },
      ...{ relaxations: [], hardest: null },
    },
  }
  const { header, content, footer } = writeBriefPaper(sheet, { t, format })
  return JSON.stringify([header, content, footer]).replaceAll('\u00a0', ' ')
}

describe('the paper of a brief', () => {
  it.each(languages)('says in %s what is asked, how well each site fits, and by which rules', (lang) => {
    const text = said(lang, [matchOf('BLQ-0042', false)])
    const percents = lang === 'en' ? '61–80%' : '61–80 %'
    for (const words of ['BLQ-0042', percents, '4 320 м²', 'не хватает 150 кВт', 'alan-match/1', '22.11.2026']) {
      expect(text).toContain(lang === 'en' && words === '22.11.2026' ? '2026' : words)
    }
    expect(text).toContain(translator(lang)('matching.state.partly'))
  })

  it('is marked as a demonstration when the brief or one of its sites is invented', () => {
    const mark = translator('ru')('ui.shell.demo')
    expect(said('ru', [matchOf('BLQ-0042', true)])).toContain(mark)
    expect(said('ru', [], true)).toContain(mark)
    expect(said('ru', [matchOf('BLQ-0042', false)])).not.toContain(mark)
  })

  it('says so when nothing fits', () => {
    expect(said('ru', [])).toContain(translator('ru')('briefs.pdf.none'))
  })
})
