import type { Dossier } from '#app/domain/sites/model'
import {
  emptyBuilding,
  emptyCommitment,
  emptyDossier,
  emptyStep,
  unknownUtility,
} from '#app/domain/sites/empty-dossier'
import { translator } from '#app/platform/i18n/i18n.server'
import { languages, type Language } from '#app/platform/i18n/language'
import { anyDossier } from '#tests/builders/dossiers'
import { fullDossier } from '#tests/builders/full-dossier'
import { passportSource, relative } from '#tests/builders/passport-source'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joined, makeVoice, plain } from './said'
import type { PassportSource } from './source'
import { viewPassport } from './view-passport.server'
import { totalsOf } from './view-relatives'

function view(changes: Partial<PassportSource> = {}, lang: Language = 'ru') {
  return viewPassport(passportSource(changes), makeVoice(lang, translator(lang)))
}

function withDossier(change: (dossier: Dossier) => Partial<Dossier>) {
  const dossier = fullDossier()
  return view({ dossier: { ...dossier, ...change(dossier) } })
}

const text = (said: Parameters<typeof plain>[0]) => plain(said).replaceAll('\u00a0', ' ')

describe('the view of a passport', () => {
  it.each(languages)('knows every word in %s', (lang) => {
    expect(JSON.stringify(view({}, lang))).not.toMatch(/\b(sites|dossier|passport|facts|ui)\.[a-z_]+/)
  })

  it('marks what is written in another language', () => {
    const name = { kk: '', ru: 'Цех', en: '' }
    const { identity } = fullDossier()
    expect(view({ dossier: { ...fullDossier(), identity: { ...identity, name } } }, 'kk').name).toEqual([
      { text: 'Цех', lang: 'ru' },
    ])
  })

  it('names who may know what is not known, and never a zero', () => {
    const { utilities } = view()
    const [sewer, water] = (['sewer', 'water'] as const).map((kind) => utilities.find((row) => row.kind === kind))
    expect([sewer?.free, text(sewer?.whom ?? '')]).toEqual([null, 'нет данных, может знать Балқаш Су'])
    expect([water?.free, water?.whom]).toEqual([null, 'нет данных: спросите акимат'])
  })

  it('tells a network that is not there from one that nobody described', () => {
    const gas = view().utilities.find((row) => row.kind === 'gas')
    expect(gas).toMatchObject({ isThere: false, whom: null })
    expect(text(gas?.place ?? '')).toBe('нет · точка подключения в 2,4 км')
  })

  it('of an empty dossier says nothing but that it is unknown', () => {
    const { figures, land, rights, environment, buildings } = view({
      dossier: emptyDossier('building'),
      kind: 'building',
    })
    expect(figures.map((figure) => figure.value)).toEqual([null, null, null, null])
    expect([land.rows, rights.rows, environment.rows]).toEqual([[], [], []])
    expect(land.unknown).toContain('площадь участка')
    expect(buildings[0]?.figures.every((figure) => figure === null)).toBe(true)
  })

  it.each([
    ['none', 'Нет'],
    ['planned', 'Планируется'],
    ['unknown', null],
  ] as const)('says of power that is %s no zero', (presence, value) => {
    const { figures } = withDossier(({ utilities }) => ({
      utilities: { ...utilities, electricity: { ...unknownUtility(), presence } },
    }))
    expect(figures.find(({ label }) => label === 'Свободная мощность')?.value).toBe(value)
  })

  it.each([
    [[{ freeAreaM2: 300 }, { freeAreaM2: 200, totalAreaM2: 900 }], 'Свободная площадь', '500 м²', undefined],
    [[{ freeAreaM2: 300 }, { totalAreaM2: 900 }], 'Площадь зданий', '1 200 м²', undefined],
    [[{ freeAreaM2: 300 }, {}], 'Площадь зданий', '300 м²', 'площадь указана не у всех зданий'],
    [[{}], 'Площадь зданий', null, undefined],
  ])('calls free only what is stated to be: %j', (buildings, label, value, note) => {
    const { figures } = withDossier(() => ({ buildings: buildings.map((one) => ({ ...emptyBuilding(), ...one })) }))
    const said = figures[0]?.value ?? null
    expect([figures[0]?.label, said && text(said), figures[0]?.note]).toEqual([label, value, note])
  })

  it('keeps "does not apply" apart from "not known"', () => {
    const { notApplicable, unknown } = view().land
    expect(notApplicable).toEqual(['санитарно-защитная зона'])
    expect(unknown).not.toContain('санитарно-защитная зона')
  })

  it('does not miss what there is nothing to know about', () => {
    const { buildings, transport } = withDossier((dossier) => ({
      buildings: [{ ...emptyBuilding(), cranes: 'none' }, emptyBuilding()],
      transport: { ...dossier.transport, railAccess: 'on_site', railKm: null },
    }))
    const lift = 'грузоподъёмность крана'
    expect(buildings.map(({ more }) => more.unknown.includes(lift))).toEqual([false, true])
    expect(['до железной дороги', 'длина тупика'].map((label) => transport.unknown.includes(label))).toEqual([
      false,
      true,
    ])
  })

  it.each([
    ['2026-11-21', true, 'срок истёк 21.11.2026'],
    ['2026-11-22', false, 'действует до 22.11.2026'],
  ])('technical conditions until %s are over: %s', (validUntil, isExpired, words) => {
    const conditions = { state: 'issued', number: '№ 7', issuedOn: null, validUntil, costKzt: null } as const
    const { utilities } = withDossier((dossier) => ({
      utilities: { ...dossier.utilities, electricity: { ...unknownUtility(), presence: 'connected', conditions } },
    }))
    const told = utilities.find((row) => row.kind === 'electricity')?.conditions
    expect(told?.isExpired ?? false).toBe(isExpired)
    expect(text(told?.text ?? '')).toBe(`выданы № 7, ${words}`)
  })
})

describe('the way to the site', () => {
  it('is that of the akimat where it states one', () => {
    const { steps, isStated } = view().howToGet
    expect(isStated).toBe(true)
    expect(steps.map(({ title, body }) => [text(title), text(body)]).slice(1)).toEqual([
      ['Заявка', 'действует инвестор · 5 рабочих дней · стоимость: нет данных'],
      ['Договор', 'действует СПК · срок: нет данных · 24 500 ₸'],
    ])
    expect(steps[2]?.link).toEqual({ href: 'https://gosreestr.kz/lot/118', host: 'gosreestr.kz' })
  })

  it('is the general one elsewhere and says that time and cost are not known', () => {
    const { steps, isStated } = withDossier(({ rights }) => ({ rights: { ...rights, steps: [] } })).howToGet
    expect(isStated).toBe(false)
    expect(steps).toHaveLength(3)
    expect(text(steps[1]?.body ?? '')).toContain('срок и стоимость: нет данных')
  })

  it.each(['http://gosreestr.kz/lot/1', 'javascript:alert(1)', 'https://', ''])('does not lead to %j', (link) => {
    const { steps } = withDossier(({ rights }) => ({
      rights: { ...rights, steps: [{ ...emptyStep(), link }] },
    })).howToGet
    expect(steps[1]?.link).toBeNull()
  })
})

it('shows a missed commitment first, and none as missed on its day', () => {
  const due = (id: string, dueOn: string | null) => ({ ...emptyCommitment(id), dueOn })
  const commitments = [
    due('later', '2027-01-01'),
    due('never', null),
    due('today', '2026-11-22'),
    due('past', '2026-11-21'),
  ]
  expect(withDossier(() => ({ commitments })).commitments.map(({ id, state }) => [id, state])).toEqual([
    ['past', 'missed'],
    ['today', 'planned'],
    ['later', 'planned'],
    ['never', 'planned'],
  ])
})

it('greys only the groups that were not confirmed in time', () => {
  const { stale, confirmed } = view({ confirmations: { land: '2026-06-01T05:00:00.000Z' } })
  expect(stale).toEqual({ land: 'Не подтверждено с 01.06.2026, нужно уточнить' })
  expect(confirmed.find(({ label }) => label === 'Земля')?.freshness).toBe('lapsed')
  expect(confirmed.find(({ label }) => label === 'Сети')?.freshness).toBe('fresh')
})

describe('sites that belong together', () => {
  it('have a total only where each says its part', () => {
    const known = { areaM2: 100, plotHa: 0.1, freeKw: 5 }
    expect(totalsOf([known, { ...known, plotHa: 0.2, freeKw: null }])).toEqual({
      areaM2: 200,
      plotHa: 0.3,
      freeKw: null,
    })
  })

  it.each(['none', 'planned'] as const)('invent no zero where power is %s', (presence) => {
    const { utilities } = fullDossier()
    const electricity = { ...unknownUtility(), presence }
    const name = { kk: '', ru: 'Два цеха', en: '' }
    const sites = [relative('BLQ-0002', { plotHa: 1.2, freeKw: 100 })]
    const { bundle } = view({
      dossier: { ...fullDossier(), utilities: { ...utilities, electricity } },
      surroundings: { whole: null, parts: [], bundle: { name, sites } },
    }).relatives
    expect(text(bundle?.totals ?? '')).toBe('участок 3 га')
  })

  it.each([
    ['published', 'участок 3 га'],
    ['draft', 'участок 3 га'],
    ['reserved', ''],
    ['occupied', ''],
    ['withdrawn', ''],
  ] as const)('have together with a site that is %s: %j', (status, totals) => {
    const bundle = { name: { kk: '', ru: '', en: '' }, sites: [relative('BLQ-0002', { plotHa: 1.2 })] }
    const shown = view({ status, surroundings: { whole: null, parts: [], bundle } }).relatives.bundle
    expect(text(shown?.totals ?? '')).toBe(totals)
  })

  it('count only what is offered', () => {
    const name = { kk: '', ru: 'Два цеха', en: '' }
    const sites = [relative('BLQ-0002', { plotHa: 1.2 }), relative('BLQ-0003', { plotHa: 9, status: 'occupied' })]
    const { bundle } = view({ surroundings: { whole: null, parts: [], bundle: { name, sites } } }).relatives
    expect(bundle?.totals.replaceAll('\u00a0', ' ')).toBe('участок 3 га')
    expect(bundle?.sites.map(({ number, isOffered }) => [number, isOffered])).toEqual([
      ['BLQ-0002', true],
      ['BLQ-0003', false],
    ])
  })
})

it('can be made of any dossier', () => {
  fc.assert(
    fc.property(anyDossier, fc.constantFrom(...languages), (dossier, lang) => {
      const { figures, utilities, commitments } = view({ dossier }, lang)
      expect([figures.length >= 3, utilities.length, commitments.length]).toEqual([true, 7, dossier.commitments.length])
    }),
    { numRuns: 15 },
  )
})

it('joins words without gaps for what is not there', () => {
  const name = { text: 'ТП-118', lang: 'zxx' } as const
  expect(joined(['', 'а', '', 'б'])).toBe('а · б')
  expect(joined(['а', [name], 'б'], ', ')).toEqual(['а, ', name, ', б'])
  expect(joined(['', ''])).toBe('')
})
