import { languages } from '#app/platform/i18n/language'
import { expect, test } from '#tests/e2e/product-test'
import { openSession } from '#tests/e2e/sessions'

type Fields = Record<string, string>
const source = 'постановление № 7 от 01.06.2026'
const past = '2020-01-01'
const assign = { intent: 'assign', body: 'spk-tobol', source }
const site = { number: 'BLQ-0042', body: 'spk-tobol', source }
const succession = { kind: 'successor', body: 'spk-saryarka', source }

/** What is refused whatever the register holds: path below `/admin/responsibility`, fields, words in Russian. */
const refusals: [path: string, fields: Fields, words: RegExp][] = [
  ['regions/karaganda', { intent: 'end', day: past }, /Прошедшие дни изменить нельзя/],
  ['regions/karaganda', { intent: 'take_back' }, /Прошедшие дни изменить нельзя/],
  ['regions/karaganda', { ...assign, from: past }, /Прошедшие дни изменить нельзя/],
  ['regions/karaganda', { ...assign, intent: '', from: past }, /Прошедшие дни изменить нельзя/],
  ['regions/karaganda', { ...assign, from: '2035-06-01', until: '2035-05-01' }, /Конец должен быть позже начала/],
  ['regions/karaganda', { ...assign, body: 'nobody', from: '2035-06-01' }, /Эту организацию выбрать нельзя/],
  ['sites', { ...site, from: past }, /Прошедшие дни изменить нельзя/],
  ['sites', { ...site, number: 'ZZZ-9999', from: '2035-06-01' }, /Площадки с таким номером нет/],
  ['reorganizations', { ...succession, successor: 'spk-tobol', day: past }, /Прошедшие дни изменить нельзя/],
  ['reorganizations', { ...succession, successor: 'spk-saryarka', day: '2035-06-01' }, /должна быть другая СПК/],
]

test.describe('a refused order about who answers where', () => {
  for (const [path, fields, words] of refusals) {
    test(`${path} ${JSON.stringify(fields)} says why in each language`, async ({ baseURL }) => {
      const admin = await openSession(baseURL ?? '', 'admin@demo.demo')
      for (const lang of languages) {
        const address = `/${lang}/admin/responsibility/${path}`
        const page = await (await admin.get(address)).text()
        const [csrf_token = '', id = ''] = ['csrf_token', 'id'].map(
          (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1],
        )
        const form = { csrf_token, ...('body' in fields ? {} : { id }), ...fields }
        const answer = await admin.post(address, { form, headers: { origin: baseURL ?? '' } })
        expect(answer.status(), lang).toBe(409)
        const text = await answer.text()
        const alert = /role="alert"[^]{0,1000}/.exec(text)?.[0]
        expect(alert, lang).toBeDefined()
        if (lang === 'ru') expect(alert).toMatch(words)
      }
      await admin.dispose()
    })
  }
})
