import { templateVariables, type AnswerTemplate } from '#app/domain/inquiries/templates/model'
import {
  findTemplateFaults,
  offerTemplates,
  renderTemplate,
  usedVariables,
} from '#app/domain/inquiries/templates/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const missing = (name: string) => `[нет: ${name}]`

describe('renderTemplate', () => {
  it.each([
    ['a value', 'Обращение {{number}}', { number: '2026-00318' }, 'Обращение 2026-00318'],
    ['spaces inside the braces', '{{ number }} и {{number}}', { number: '1' }, '1 и 1'],
    ['a value that is not known', 'До {{due_law}}', {}, 'До [нет: due_law]'],
    ['an empty value', '{{site}}!', { site: '  ' }, '[нет: site]!'],
    ['null', '{{site}}', { site: null }, '[нет: site]'],
    ['a name that is no variable', '{{constructor}} {{toString}}', {}, '{{constructor}} {{toString}}'],
    [
      'braces in a value, which are not read again',
      '{{investor}}',
      { investor: '{{number}}', number: '1' },
      '{{number}}',
    ],
    ['signs that replace() knows', '{{investor}}', { investor: '$& $1 $$' }, '$& $1 $$'],
    ['tags as they are written', '<b>{{investor}}</b>', { investor: '<i>' }, '<b><i></b>'],
  ])('%s', (_, body, values, text) => {
    expect(renderTemplate(body, values, missing)).toBe(text)
  })

  const anyBody = fc
    .array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(...templateVariables).map((name) => `{{${name}}}`),
      ),
    )
    .map((pieces) => pieces.join(''))

  it('never says undefined or null, and leaves no known variable', () => {
    const values = fc.record(
      { investor: fc.constant('A'), number: fc.option(fc.constant('1')), site: fc.constant('') },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(anyBody, values, (body, given) => {
        const text = renderTemplate(body, given, missing)
        expect(usedVariables(text)).toEqual([])
        if (!/undefined|null/.test(body)) expect(text).not.toMatch(/undefined|null/)
      }),
    )
  })
})

describe('findTemplateFaults', () => {
  it.each([
    ['Здравствуйте, {{investor}}! {{ due_promise }}', []],
    ['{{investr}} {{number}} {{investr}}', ['{{investr}}']],
    ['{{}}', ['{{}}']],
    ['{{#if number}}', ['{{#if number}}']],
    ['{{number', ['{{']],
    ['number}}', ['}}']],
    ['{number}', []],
    ['{{{number}}}', []],
  ])('%s', (body, faults) => {
    expect(findTemplateFaults(body)).toEqual(faults)
  })
})

describe('offerTemplates', () => {
  const words = { kk: 'қ', ru: 'р', en: 'e' }
  const base: AnswerTemplate = {
    ...{ key: 'b', version: 1, isRetired: false },
    ...{ title: words, body: words, states: ['visit'], position: 2 },
  }
  const templates = [base, { ...base, key: 'a', states: [], position: 2 }, { ...base, key: 'first', position: 1 }]

  it('gives those of the state and those of every state, in their order, in one language', () => {
    expect(offerTemplates(templates, 'visit', 'kk')).toEqual([
      { key: 'first', title: 'қ', body: 'қ' },
      { key: 'a', title: 'қ', body: 'қ' },
      { key: 'b', title: 'қ', body: 'қ' },
    ])
    expect(offerTemplates(templates, 'routed', 'en').map(({ key }) => key)).toEqual(['a'])
  })

  it('leaves out what was retired', () => {
    expect(offerTemplates([{ ...base, isRetired: true }], 'visit', 'kk')).toEqual([])
  })
})
