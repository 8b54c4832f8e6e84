import { emptyDossier, emptyStep, unknownUtility } from '#app/domain/sites/empty-dossier'
import { makeVoice, plain } from '#app/domain/sites/passport/said'
import { viewPassport } from '#app/domain/sites/passport/view-passport.server'
import type { PassportSource } from '#app/domain/sites/passport/source'
import { translator } from '#app/platform/i18n/i18n.server'
import { languages, type Language } from '#app/platform/i18n/language'
import { anyDossier } from '#tests/builders/dossiers'
import { fullDossier } from '#tests/builders/full-dossier'
import { fullSheet } from '#tests/builders/passport-sheet'
import { passportSource, relative } from '#tests/builders/passport-source'
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

function said(lang: Language, changes: Partial<PassportSource> = {}): string {
  const { content, header, footer } = writePassport(fullSheet(lang, changes), translator(lang), {})
  return textsOf([header, content, footer]).join('\n').replaceAll('\u00a0', ' ')
}

/** What stands on the page, without its labels. */
function wordsOfPage(lang: Language, changes: Partial<PassportSource>): string[] {
  const data = viewPassport(passportSource(changes), makeVoice(lang, translator(lang)))
  const { relatives, howToGet, rights, land, transport, environment } = data
  const blocks = [rights, land, transport, environment, ...data.buildings.map(({ more }) => more)]
  const words = [
    ...[data.name, data.place, data.completeness, data.warning?.title ?? '', data.warning?.text ?? '', data.address],
    ...data.figures.flatMap(({ label, value, note }) => [label, value ?? '', note ?? '']),
    ...data.texts,
    ...data.utilities.flatMap(({ place, technical, whom, source, conditions }) => {
      return [place, technical, whom ?? '', source?.text ?? '', conditions?.text ?? '', conditions?.cost ?? '']
    }),
    ...howToGet.steps.flatMap(({ title, body, link }) => [title, body, link?.href ?? '']),
    howToGet.note ?? '',
    ...blocks.flatMap(({ rows, source, unknown, notApplicable }) => [
      ...rows.flatMap((row) => [row.label, row.value, row.source?.text ?? '']),
      ...[source?.text ?? '', ...unknown, ...notApplicable],
    ]),
    ...data.encumbrances.flatMap(({ label, value }) => [label, value]),
    ...data.buildings.flatMap(({ title, use, figures }) => [title, use, ...figures.map((figure) => figure ?? '')]),
    ...data.commitments.flatMap(({ title, stateWord, facts, note }) => [title, stateWord, facts, note]),
    ...[relatives.whole, ...relatives.parts, ...(relatives.bundle?.sites ?? [])].flatMap((one) => {
      return one === null ? [] : [one.name, one.number, one.figures]
    }),
    ...[relatives.bundle?.name ?? '', relatives.bundle?.totals ?? ''],
    ...data.confirmed.flatMap(({ label, text }) => [label, text]),
    ...Object.values(data.stale),
    ...data.town.facts,
  ]
  return words.map((one) => plain(one).replaceAll('\u00a0', ' ')).filter((one) => one !== '')
}

describe('the passport on paper', () => {
  it.each([
    '1 000',
    '630',
    '4 320 м²',
    '850 ₸',
    '№ 14-02/318',
    '15.09.2026',
    'ПС-12',
    'M-36',
    '24 500 ₸',
    '+400 кВт',
    'полнота 69 %',
  ])('says %s', (value) => expect(said('ru')).toContain(value))

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
    expect(text).toContain(t('passport.no_data', { list: '', who: '' }).slice(0, 10))
    expect(text).not.toMatch(/(^|\s)0 (кВт|м²|га)/)
    expect(said('ru')).toContain('Балқаш Су')
  })

  it.each(['none', 'planned'] as const)(
    'invents no zero where power is %s, and no silence where a price is open',
    (presence) => {
      const dossier = fullDossier()
      const text = said('ru', {
        dossier: {
          ...dossier,
          utilities: { ...dossier.utilities, electricity: { ...unknownUtility(), presence } },
          rights: { ...dossier.rights, price: null, priceKind: null, priceNegotiable: true },
        },
      })
      expect(text).not.toMatch(/(^|\s)0 кВт/)
      expect(text).toMatch(presence === 'none' ? /Свободная мощность\nНет/ : /Свободная мощность\nПланируется/)
      expect(text).toMatch(/Цена\nПо договорённости/)
    },
  )

  it('shows a promise whose day has passed as missed', () => {
    const missed = translator('ru')('dossier.choice.commitment_state.missed')
    expect(said('ru')).toContain(missed)
    const [kept] = fullDossier().commitments
    expect(said('ru', { dossier: { ...fullDossier(), commitments: kept ? [kept] : [] } })).not.toContain(missed)
  })

  it('says first that data are old, and greys only the groups that are', () => {
    const t = translator('ru')
    const old = said('ru', { freshness: 'stale', confirmations: { land: '2026-06-01T05:00:00.000Z' } })
    expect(old).toContain(t('facts.warning.stale.title'))
    expect(old).toMatch(/Земля\nНе подтверждено с 01\.06\.2026/)
    expect(old.match(/Не подтверждено с/g)).toHaveLength(1)
    expect(said('ru')).not.toContain('Не подтверждено с')
  })

  it('lists the steps once, as the page does, and what is free is free', () => {
    const steps = [{ ...emptyStep(), who: 'spk' as const, paper: { kk: '', ru: 'Договор', en: '' }, costKzt: 0 }]
    const text = said('ru', { dossier: { ...fullDossier(), rights: { ...fullDossier().rights, steps } } })
    expect(text).toContain('бесплатно')
    expect(text).not.toMatch(/(^|\s)0 ₸/)
    expect(text).not.toContain(translator('ru')('facts.step.contract'))
  })

  it('leads to its page', () => {
    const { content } = writePassport(fullSheet('en'), translator('en'), {})
    expect(JSON.stringify(content)).toContain('"qr":"https://alan.example/en/sites/BLQ-0042"')
  })

  it('says from which facts the answer to a rule follows', () => {
    expect(said('ru')).toContain('площадь 2 400 м²')
  })

  it('says all that the page says, of any dossier', () => {
    const name = { kk: 'Екі цех', ru: 'Два цеха', en: 'Two shops' }
    const surroundings = {
      whole: relative('BLQ-0001', { areaM2: 100 }),
      parts: [relative('BLQ-0003', { freeKw: 5 })],
      bundle: { name, sites: [relative('BLQ-0002', { plotHa: 1 })] },
    }
    const ended = { status: 'reserved', endedAt: new Date('2026-11-02T05:00:00Z'), statusNote: 'до мая' } as const
    fc.assert(
      fc.property(anyDossier, fc.constantFrom(...languages), (dossier, lang) => {
        const text = said(lang, { ...ended, dossier, surroundings }).replaceAll('\u00a0', ' ')
        expect(wordsOfPage(lang, { ...ended, dossier, surroundings }).filter((words) => !text.includes(words))).toEqual(
          [],
        )
      }),
      { numRuns: 40 },
    )
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
