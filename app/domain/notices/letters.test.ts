import { writeLetter } from '#app/domain/notices/letters'
import { accountChanges, caseNews, toldSteps, type Notice } from '#app/domain/notices/model'
import { readUnsubscribe } from '#app/domain/notices/rules'
import { translator } from '#app/platform/i18n/i18n.server'
import { languages, type Language } from '#app/platform/i18n/language'
import { describe, expect, it } from 'vitest'

const body = { kk: '«Сарыарқа» ӘКК', ru: 'СПК «Сарыарка»', en: 'SPK Saryarka' }
const site = { kk: '№ 3 цех', ru: 'Цех № 3', en: 'Workshop 3' }
const link = '/kk/inquiries/2026-00318?key=secret'

const notices: Notice[] = [
  {
    template: 'invitation',
    data: { name: 'Dana', organization: body, role: 'spk_officer', link, expiresAt: '2026-03-08T10:00:00Z' },
  },
  {
    template: 'inquiry_confirm',
    data: { sites: [site, site], link, expiresAt: '2026-03-08T10:00:00Z' },
  },
  {
    template: 'inquiry_registered',
    data: {
      name: 'Dana',
      number: '2026-00318',
      title: 'A1',
      receivedAt: '2026-03-01T14:30:00Z',
      registeredOn: '2026-03-02',
      parts: [{ body, promiseDueOn: '2026-03-04', legalDueOn: '2026-03-26' }],
      link,
    },
  },
  { template: 'sign_up', data: { name: null, link, expiresAt: '2026-03-08T10:00:00Z' } },
  { template: 'password_reset', data: { name: 'Dana', link, expiresAt: '2026-03-08T10:00:00Z' } },
  { template: 'password_reset_unknown', data: { name: null, link, expiresAt: '2026-03-08T10:00:00Z' } },
  { template: 'password_changed', data: { name: 'Dana', link, at: '2026-03-08T10:00:00Z' } },
  { template: 'email_change', data: { name: null, link, expiresAt: '2026-03-08T10:00:00Z' } },
  { template: 'email_taken', data: { name: null, link, expiresAt: '2026-03-08T10:00:00Z' } },
  ...accountChanges.map((what): Notice => ({
    template: 'account_changed',
    data: { name: 'Dana', what, link, at: '2026-03-08T10:00:00Z', newEmail: 'dana@new.kz' },
  })),
  { template: 'sign_up_known', data: { name: null, link, expiresAt: '2026-03-08T10:00:00Z' } },
  { template: 'inquiry_link', data: { name: 'Dana', number: '2026-00318', title: 'A1', link } },
  { template: 'inquiry_message', data: { name: 'Dana', number: '2026-00318', body, text: '1\n2', link } },
  ...toldSteps.map((step): Notice => ({
    template: 'inquiry_state',
    data: { name: 'Dana', number: '2026-00318', step, body, reason: '42', dueOn: '2026-03-26', link },
  })),
  {
    template: 'officer_new_inquiry',
    data: {
      name: 'Dana',
      number: '2026-00318',
      title: 'A1',
      sites: [site],
      promiseDueOn: '2026-03-04',
      legalDueOn: '2026-03-26',
      link,
    },
  },
]

notices.push(
  ...caseNews.map((what): Notice => ({
    template: 'case_news',
    data: {
      ...{ name: 'Dana', number: '2026-00318', title: 'A1', what, by: 'Erlan', text: '1\n2', link },
      ...{ until: '2026-05-20', startsAt: '2026-03-08T10:00:00Z' },
    },
  })),
)

const siteNotice = { name: 'Dana', number: 'BLQ-0042', site, link }
notices.push(
  { template: 'webhook_disabled', data: { name: 'Dana', address: 'crm.example.kz', link } },
  {
    template: 'due_moved',
    data: {
      ...{ name: 'Dana', number: '2026-00318', day: '2026-12-31', isWorking: false, reason: '42' },
      ...{ legalDueOn: '2027-01-12', promiseDueOn: '2027-01-06', link },
    },
  },
  { template: 'site_submitted', data: { ...siteNotice, by: 'Erlan' } },
  { template: 'sites_submitted', data: { name: 'Dana', count: 12, by: 'Erlan', link } },
  { template: 'site_returned', data: { ...siteNotice, remark: '42' } },
  { template: 'site_published', data: siteNotice },
)

notices.push(
  { template: 'subscription_confirm', data: { title: 'A1', link, expiresAt: '2026-03-08T10:00:00Z' } },
  ...(['at_once', 'daily'] as const).map((rhythm): Notice => ({
    template: 'site_alert',
    data: {
      name: null,
      rhythm,
      watches: [
        {
          title: 'A1',
          sites: [{ number: 'BLQ-0042', site, town: body, link }],
          more: 3,
          link,
          stop: '/kk/stop?watch=1&key=a.b',
        },
      ],
      ...{ link, stopAll: '/kk/stop?key=a.b&x=1' },
    },
  })),
)

notices.splice(
  -3,
  0,
  { template: 'value_answered', data: { name: null, number: '1', site, field: 'A1', value: '630', link } },
  { template: 'value_declined', data: { name: 'Dana', number: '1', site, field: 'A1', note: '42', link } },
)

const told = { event: 'case_new' as const, facts: { number: '2026-00318', title: 'A1' }, link }
notices.splice(
  -3,
  0,
  { template: 'notice', data: { name: 'Dana', ...told } },
  ...(['bundle', 'daily'] as const).map((rhythm): Notice => ({
    template: 'notice_digest',
    data: { name: 'Dana', rhythm, notices: [{ ...told, at: '2026-03-08T10:00:00Z' }], more: 4, link },
  })),
)

const write = (language: Language, notice: Notice) =>
  writeLetter(translator(language), language, 'https://alan.kz', notice)

describe.each(languages)('letters in %s', (language) => {
  it.each(notices.map((notice) => [notice.template, notice] as const))('%s is whole', (_name, notice) => {
    const { subject, text, html } = write(language, notice)
    const all = `${subject}\n${text}\n${html}`
    expect(all).not.toMatch(/notices\.|accounts\.|\{\{|undefined|\[object/)
    expect(text).toContain('https://alan.kz/kk/inquiries/2026-00318?key=secret')
    expect(html).toContain('href="https://alan.kz/kk/inquiries/2026-00318?key=secret"')
    expect(html).toContain(`<html lang="${language}">`)
    expect(subject).not.toMatch(/\n/)
    if (language === 'en') expect(all).not.toMatch(/[А-Яа-яӘәҒғҚқҢңӨөҰұҮүҺһІі]/)
  })
})

it('tells the due days of a registered inquiry in the language of the investor', () => {
  const registered = notices[2] as Notice
  expect(write('ru', registered).text).toMatch(/Срок ответа по закону до: 26\u00a0марта 2026\u00a0г\./)
  expect(write('ru', registered).text).toContain('01.03.2026, 19:30')
  expect(write('ru', registered).text).toMatch(/Дата регистрации: 2\u00a0марта 2026/)
  expect(write('kk', registered).text).toContain('«Сарыарқа» ӘКК')
  expect(write('en', registered).subject).toBe('Inquiry 2026-00318 is registered')
})

it('offers the way to end letters in the text and, for the header, in the HTML', () => {
  const alert = write('en', notices.at(-1) as Notice)
  expect(alert.subject).toBe('4 new sites for your search')
  expect(alert.text).toContain('Stop all letters about sites:\nhttps://alan.kz/kk/stop?key=a.b&x=1\n')
  expect(alert.text).toContain('A1: BLQ-0042 Workshop 3, SPK Saryarka\nhttps://alan.kz/kk/inquiries/')
  expect(readUnsubscribe(alert.html)).toBe('https://alan.kz/kk/stop?watch=1&key=a.b')
  expect(readUnsubscribe(write('en', notices[0] as Notice).html)).toBeUndefined()
})

it('falls back to another language for a name that is not written yet', () => {
  const letter = write('en', {
    template: 'inquiry_message',
    data: { name: 'Dana', number: '1', body: { kk: 'ӘКК', ru: '', en: ' ' }, text: 'x', link },
  })
  expect(letter.text).toContain('ӘКК')
})

it('lets nobody add a header or a tag by a name, a title or a message', () => {
  const evil = 'x\r\nBcc: all@b.kz\r\n\r\n<script>alert(1)</script>'
  const letters = [
    write('ru', {
      template: 'inquiry_confirm',
      data: {
        sites: [{ kk: evil, ru: evil, en: evil }],
        link,
        expiresAt: '2026-03-08T10:00:00Z',
      },
    }),
    write('ru', { template: 'inquiry_link', data: { name: evil, number: evil, title: evil, link } }),
    write('ru', {
      template: 'inquiry_message',
      data: { name: evil, number: evil, body: { kk: evil, ru: evil, en: evil }, text: evil, link: '/ru/"><script>' },
    }),
  ]
  for (const { subject, html, text } of letters) {
    expect(subject).not.toMatch(/[\r\n]/)
    expect(html).not.toContain('<script')
    expect(text.split('\n').filter((line) => line.startsWith('Bcc'))).toEqual([])
  }
})
