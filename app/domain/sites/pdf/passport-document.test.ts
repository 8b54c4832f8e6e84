import { emptyDossier } from '#app/domain/sites/empty-dossier'
import type { PassportSheet } from '#app/domain/sites/pdf/model'
import { translator } from '#app/platform/i18n/i18n.server'
import { languages, type Language } from '#app/platform/i18n/language'
import { anyDossier } from '#tests/builders/dossiers'
import { fullDossier, fullSheet } from '#tests/builders/passport-sheet'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawMap, place } from './map-svg'
import { writePassport } from './passport-document'

/** Every text of a part of the paper, in its order. */
function textsOf(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  if (Array.isArray(part)) return part.flatMap(textsOf)
  if (typeof part !== 'object' || part === null) return []
  const { text, stack, columns, ol, ul, table } = part as Record<string, unknown>
  const body = typeof table === 'object' && table !== null && 'body' in table ? table.body : null
  return [text, stack, columns, ol, ul, body].flatMap(textsOf)
}

function said(lang: Language, changes: Partial<PassportSheet> = {}): string {
  const { content, header, footer } = writePassport(fullSheet(lang, changes), translator(lang), {})
  return textsOf([header, content, footer]).join('\n').replaceAll('\u00a0', ' ')
}

describe('the passport on paper', () => {
  it.each(['1 000', '630', '4 320 м²', '850 ₸', '№ 14-02/318', '15.09.2026', 'ПС-12', 'M-36', '24 500 ₸', '+400 кВт'])(
    'says %s',
    (value) => expect(said('ru')).toContain(value),
  )

  it.each(languages)('knows every word in %s', (lang) => {
    expect(said(lang)).not.toMatch(/\b(sites|dossier|passport|pdf|ui|eligibility|towns)\.[a-z_]+/)
  })

  it('marks a demonstration on every page, and only a demonstration', () => {
    const mark = translator('kk')('ui.shell.demo')
    expect(said('kk')).toContain(mark)
    expect(said('kk', { isDemo: false })).not.toContain(mark)
  })

  it('keeps to itself what is internal', () => {
    expect(said('ru')).not.toMatch(/Тайный|\+7 700/)
  })

  it('says of what nobody knows that nobody knows it, and who can', () => {
    const t = translator('ru')
    const text = said('ru', { dossier: emptyDossier('building') })
    expect(text).toContain(t('facts.unknown_akimat'))
    expect(text).toContain(t('pdf.unknown', { list: '' }).slice(0, 20))
    expect(text).not.toMatch(/(^|\s)0 (кВт|м²|га)/)
    expect(said('ru')).toContain('Балқаш Су')
  })

  it('shows a promise whose day has passed as missed', () => {
    const missed = translator('ru')('dossier.choice.commitment_state.missed')
    expect(said('ru')).toContain(missed)
    const [kept] = fullDossier().commitments
    expect(said('ru', { dossier: { ...fullDossier(), commitments: kept ? [kept] : [] } })).not.toContain(missed)
  })

  it('says first that data are old, and beside each source', () => {
    const t = translator('ru')
    expect(said('ru', { freshness: 'stale' })).toContain(t('facts.warning.stale.title'))
    expect(said('ru', { freshness: 'stale' })).toContain(t('facts.being_checked'))
    expect(said('ru')).not.toContain(t('facts.being_checked'))
  })

  it('leads to its page', () => {
    const { content } = writePassport(fullSheet('en'), translator('en'), {})
    expect(JSON.stringify(content)).toContain('"qr":"https://alan.example/en/sites/BLQ-0042"')
  })

  it('can be written for any dossier, as data that crosses to a thread', () => {
    fc.assert(
      fc.property(anyDossier, fc.constantFrom(...languages), (dossier, lang) => {
        const paper = writePassport(fullSheet(lang, { dossier }), translator(lang), {})
        expect(structuredClone(paper)).toEqual(paper)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the map', () => {
  const town = { name: 'A & <B>', point: [74.995, 46.848] as [number, number] }

  it('puts a place where the outline has it: Astana by its own point', () => {
    const { x, y } = place([71.43, 51.13])
    expect(Math.hypot(x - 2407, y - 2752)).toBeLessThan(40)
  })

  it('takes a name as words, not as markup', () => {
    const svg = drawMap({ lang: 'en', regionKey: 'karaganda', town, site: null })
    expect(svg).toContain('A &amp; &lt;B&gt;')
    expect(svg).toContain('#d7e5ea')
  })
})
