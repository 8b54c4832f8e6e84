import { describe, expect, it } from 'vitest'
import { parseWithZod } from '@conform-to/zod/v4'
import { readInboxFilter } from './inbox-filter'
import { PartRefSchema, readSiteNumbers, SubmitSchema } from './schema'
import { StepSchema } from './step-schema'

const good = {
  form: '3f1c2a8e-5a52-4d0e-9d0a-0d4f5b6c7d8e',
  site: 'blq-0042',
  name: ' Ержан Сатпаев ',
  email: ' Erzhan@Betpak.KZ ',
  title: 'Переработка шерсти',
  text: 'Нужны цех и 400 кВт, двадцать рабочих мест.',
  consent: 'on',
}

function read(changes: Record<string, string | string[] | null>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...good, ...changes })) {
    for (const item of [value ?? []].flat()) form.append(name, item)
  }
  return parseWithZod(form, { schema: SubmitSchema })
}

function errorsOf(changes: Record<string, string | string[] | null>) {
  return read(changes).reply().error
}

describe('SubmitSchema', () => {
  it('reads what is needed and leaves the rest out', () => {
    const submission = read({ organization: '  ', bin: '', phone: '8 701 123 45 67', sector: 'it' })
    expect(submission.status === 'success' && submission.value).toMatchObject({
      site: ['BLQ-0042'],
      name: 'Ержан Сатпаев',
      email: 'erzhan@betpak.kz',
      organization: null,
      bin: null,
      phone: '+77011234567',
      sector: 'it',
      country: null,
    })
  })

  it('takes initials without spaces', () => {
    expect(errorsOf({ name: 'Салтыков-Щедрин М.Е.' })).toBeUndefined()
  })

  it.each<[string, Record<string, string | string[] | null>, string]>([
    ['name', { name: null }, 'name_missing'],
    ['name', { name: 'Ержан\nBcc: all@kz' }, 'one_line'],
    ['name', { name: 'Подтвердите на http://evil.example/kz' }, 'name_bad'],
    ['name', { name: 'Ержан evil.example' }, 'name_bad'],
    ['email', { email: null }, 'email_missing'],
    ['email', { email: 'erzhan@' }, 'email_bad'],
    ['email', { email: 'a@b.kz, c@d.kz' }, 'email_bad'],
    ['bin', { bin: '12345' }, 'not_twelve_digits'],
    ['bin', { bin: '12345678901a' }, 'not_twelve_digits'],
    ['bin', { bin: '990199000000' }, 'bad_structure'],
    ['bin', { bin: '060140000004' }, 'bad_checksum'],
    ['phone', { phone: 'позвоните' }, 'not_a_phone'],
    ['title', { title: 'a' }, 'title_missing'],
    ['title', { title: 'ы'.repeat(141) }, 'too_long'],
    ['text', { text: 'цех' }, 'text_short'],
    ['text', { text: 'ы'.repeat(4001) }, 'too_long'],
    ['consent', { consent: null }, 'consent'],
    ['site', { site: null }, 'no_site'],
    ['site', { site: 'somewhere' }, 'no_site'],
    ['site', { site: Array.from({ length: 11 }, (_, index) => `BLQ-${1000 + index}`) }, 'many_sites'],
    ['form', { form: 'x' }, 'form'],
    ...(['name', 'organization', 'country', 'title', 'text'] as const).flatMap(
      (field): [string, Record<string, string>, string][] => [
        [field, { [field]: 'Нужен цех <script>alert(1)</script> на весну' }, 'markup'],
        [field, { [field]: 'Нужен цех <img src=x onerror=alert(1) на весну' }, 'markup'],
        [field, { [field]: '<a href="https://evil.kz">Нужен цех на весну</a>' }, 'markup'],
        [field, { [field]: 'ы'.repeat(100_000) }, 'too_long'],
      ],
    ),
    ...(['name', 'organization', 'country', 'title'] as const).map(
      (field): [string, Record<string, string>, string] => [field, { [field]: 'Нужен цех\r\nBcc: all@kz' }, 'one_line'],
    ),
    ['email', { email: 'erzhan@betpak.kz\r\nBcc: all@kz' }, 'email_bad'],
  ])('binds the fault to %s (case %#)', (field, changes, code) => {
    const errors = errorsOf(changes)
    expect(Object.keys(errors ?? {})).toEqual([field])
    expect(errors?.[field]).toContain(`inquiries.error.${code}`)
  })

  it('takes signs of comparison for what they are', () => {
    expect(read({ text: 'Нужен цех: площадь > 2000 м² и цена < 500 тенге, a<b.' }).status).toBe('success')
  })

  it('drops what nobody can see, but keeps line breaks', () => {
    const submission = read({ text: 'Нужен цех\u0000 и\r\n400 кВт,\u0007 двадцать мест.' })
    expect(submission.status === 'success' && submission.value.text).toBe('Нужен цех и\n400 кВт, двадцать мест.')
    expect(Object.keys(errorsOf({ name: 'Ержан\u0000' }) ?? {})).toEqual(['name'])
    expect(readInboxFilter(new URLSearchParams({ view: 'x', q: " a\u0000'b ", who: 'me', clock: 'late' }))).toEqual({
      ...{ view: null, q: "a 'b", state: null, clock: 'late', who: null, lang: null },
    })
  })

  it('names several faults at once and does not mind an unknown sector', () => {
    expect(Object.keys(errorsOf({ name: '', email: '', sector: 'magic' }) ?? {}).sort()).toEqual(['email', 'name'])
  })
})

it.each([
  ['site=BLQ-0042&site=blq-0042&site=KNT-0019', ['BLQ-0042', 'KNT-0019']],
  ['site=x&site=', []],
  ['', []],
])('reads the sites of ?%s', (query, numbers) => {
  expect(readSiteNumbers(new URLSearchParams(query))).toEqual(numbers)
})

it.each([
  [{ number: '2026-00318', part: '1' }, true],
  [{ number: '2026-318', part: '1' }, false],
  [{ number: '2026-00318', part: '0' }, false],
  [{ number: '2026-00318', part: 'x' }, false],
])('an address %j names a part: %s', (params, isRef) => {
  expect(PartRefSchema.safeParse(params).success).toBe(isRef)
})

it('asks for the reason of a refusal and of nothing else', () => {
  const words = { form: good.form, text: 'Площадка уже занята.' }
  expect(StepSchema.safeParse({ ...words, step: 'declined' }).success).toBe(false)
  expect(StepSchema.safeParse({ ...words, step: 'declined', reason: 'site_taken' }).success).toBe(true)
  expect(StepSchema.safeParse({ ...words, step: 'closed_no_fit' }).success).toBe(true)
  expect(StepSchema.safeParse({ ...words, step: 'reopened' }).success).toBe(false)
})
