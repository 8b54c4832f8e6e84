import type { Match, Outcome } from '#app/domain/matching/model'
import { describeBrief, describeNeeds } from '#app/domain/matching/describe-need'
import { emptyBrief } from '#app/domain/matching/schema'
import { presetOf } from '#app/domain/matching/presets'
import { viewMatch } from '#app/domain/matching/view-answer'
import { makeVoice } from '#app/domain/sites/passport/said'
import { translator } from '#app/platform/i18n/i18n.server'
import { publicSite } from '#tests/builders/passport-source'
import { emptyDossier } from '#app/domain/sites/empty-dossier'
import { readRow, type Places } from '#app/domain/search/row'
import { describe, expect, it } from 'vitest'

const names = { towns: { balkhash: 'Балхаш' }, regions: { karaganda: 'Карагандинская область' }, incentives: {} }
const voice = makeVoice('ru', translator('ru'))
const spoken = (text: string) => text.replaceAll('\u00a0', ' ')

const outcome: Outcome = {
  ...{ criterion: 'electricity', importance: 'must', state: 'met', low: 1, high: 1 },
  ...{ value: 850, unit: 'kW', gap: null, reason: null, commitment: null },
}
const promised = {
  id: 'c',
  work: 'electricity',
  added: 400,
  dueOn: '2027-06-30',
  programme: '',
  state: 'funded',
} as const

const places = {
  towns: [{ key: 'balkhash', regionKey: 'karaganda', name: { kk: '', ru: '', en: '' }, aliases: [], point: [75, 47] }],
  regions: [{ key: 'karaganda', name: { kk: '', ru: '', en: '' } }],
} satisfies Places
const card = {
  ...readRow(publicSite(emptyDossier('building')), places, 'undetermined').card,
  ...{ freshness: 'fresh' as const, isAreaWhole: true },
}

function say(changes: Partial<Outcome>) {
  const match: Match = { card, low: 0.5, high: 0.75, outcomes: [{ ...outcome, ...changes } as Outcome] }
  const [said] = viewMatch(match, names, voice).outcomes
  return [spoken(said?.says ?? ''), spoken(said?.note ?? '')]
}

describe('what a site answers to a need, in words', () => {
  it.each<[Partial<Outcome>, string, string]>([
    [{}, '850 кВт', ''],
    [{ state: 'partly', value: 350, gap: 150 }, '350 кВт', 'не хватает 150 кВт'],
    [
      { state: 'not_met', value: 100, gap: 400, commitment: promised },
      '100 кВт',
      'не хватает 400 кВт; обязательство акимата: +400 кВт, срок 30.06.2027, деньги выделены',
    ],
    [
      { value: 630, reason: 'committed', commitment: promised },
      '630 кВт',
      'будет подведено к началу проекта: средства выделены; обязательство акимата: +400 кВт, срок 30.06.2027',
    ],
    [{ state: 'unknown', value: null, reason: 'not_said' }, 'нет данных', 'акимат этого не сообщил'],
    [{ state: 'not_met', value: null, reason: 'absent' }, 'нет', ''],
    [{ criterion: 'highway', unit: 'km', value: 31.5, gap: 6.5, state: 'partly' }, '31,5 км', 'дальше на 6,5 км'],
    [{ criterion: 'rail', unit: 'km', value: 0 }, 'на площадке или рядом', ''],
    [
      { criterion: 'price', unit: 'KZT', value: 850_000, gap: 50_000, state: 'partly' },
      '850 000 ₸',
      'дороже на 50 000 ₸',
    ],
    [{ criterion: 'place', unit: null, value: null }, 'Балхаш, Карагандинская область', ''],
    [{ criterion: 'tenure', unit: null, value: null, state: 'unknown' }, 'нет данных', ''],
    [{ criterion: 'incentive', unit: null, value: null, state: 'not_met' }, 'нет', ''],
  ])('%j', (changes, says, note) => {
    expect(say(changes)).toEqual([says, note])
  })
})

describe('what a brief asks for, in words', () => {
  it('names each need once, in the order in which they are judged', () => {
    const needs = describeNeeds(presetOf('logistics'), names, voice)
    expect(needs.map(({ asked, weight }) => [spoken(asked), weight])).toEqual([
      ['Логистика и транспорт', 'важно'],
      ['от 3 000 м²', 'обязательно'],
      ['от 2 га', 'важно'],
      ['от 150 кВт', 'обязательно'],
      ['от 6 м', 'важно'],
      ['Тупик на площадке или рядом', 'важно'],
      ['до 15 км', 'важно'],
    ])
  })

  it('makes a name of the first of them', () => {
    expect(spoken(describeBrief(presetOf('it'), names, voice))).toBe(
      'Информационные технологии (IT), от 300 м², от 100 кВт',
    )
    const rail = { rail: { wish: { kind: 'within_km', km: 5 }, importance: 'must' } } as const
    expect(spoken(describeBrief({ ...emptyBrief(), needs: rail }, names, voice))).toBe('До железной дороги 5 км')
  })
})
