import { makeVoice } from '#app/domain/sites/passport/said'
import { translator } from '#app/platform/i18n/i18n.server'
import { expect, it } from 'vitest'
import type { Reason } from './model'
import { sayRule, writePart } from './reason-words'
import { viewRule } from './view'

const words = { kk: 'с', ru: 'Площадь от', en: 'q' }
const speech = makeVoice('ru', translator('ru'))

function said(because: Reason[]): string[] {
  const citation = { text: words, link: null, confidence: 'high' } as const
  const rule = { code: 'r', question: words, citation, effect: 'blocks', ifUnknown: 'undetermined' } as const
  const view = viewRule({ rule: { ...rule, supply: [], condition: null }, answer: 'yes', because }, 'ru')
  return sayRule(view, speech).map((part) => writePart(part).replaceAll('\u00a0', ' '))
}

it.each<[Reason, string[]]>([
  [{ kind: 'fact', fact: 'floor_area_m2', value: 2400 }, ['площадь зданий: 2 400 м²']],
  [
    { kind: 'fact', fact: 'floor_area_m2', value: { atLeast: 300 } },
    ['площадь зданий: не меньше 300 м², указана не у всех зданий'],
  ],
  [{ kind: 'fact', fact: 'idle_since', value: null }, ['не используется с: нет данных']],
  [{ kind: 'fact', fact: 'zone_akimat_decision', value: 'yes' }, []],
])('says %j as %j', (reason, expected) => {
  expect(said([reason])).toEqual(expected)
})

it('names the source beside the value of a parameter', () => {
  const parameter = { code: 'min', label: words, unit: 'm2', type: 'number' } as const
  expect(said([{ kind: 'parameter', parameter: { ...parameter, value: 500, citation: 'Приказ № 12, п. 4' } }])).toEqual(
    ['Площадь от: 500 м² (Приказ № 12, п. 4)'],
  )
  const empty = { ...parameter, value: null, citation: 'приказ не опубликован' }
  expect(said([{ kind: 'parameter', parameter: empty }])).toEqual([
    'Площадь от: не опубликовано в источнике, который удалось прочитать',
  ])
})
