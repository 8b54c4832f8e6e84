import { createMailer, type Mail } from '#app/platform/mail/mailer.server'
import { SmtpInbox } from '#tests/builders/smtp-inbox'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const inbox = new SmtpInbox()
const url = await inbox.start()
const mailer = createMailer(url, 'Алаң <no-reply@alan.kz>')
afterAll(async () => {
  mailer.close()
  await inbox.stop()
})
beforeEach(() => void inbox.received.splice(0))

const mail: Mail = {
  id: '01890000-0000-7000-8000-000000000001',
  to: 'dana@company.kz',
  subject: 'Өтініш тіркелді: «Алаң» №1',
  text: 'Сәлеметсіз бе, Дана!\n\nhttps://alan.kz/kk/inquiries/1?key=a',
  html: '<p>Сәлеметсіз бе</p>',
  language: 'kk',
  earlier: [],
}

describe('createMailer', () => {
  it('delivers text and HTML with the headers of an automatic letter', async () => {
    const messageId = '<01890000-0000-7000-8000-000000000001@alan.kz>'
    expect(await mailer.send(mail)).toEqual({ ok: true, messageId })
    const [received] = inbox.received
    expect(received?.to).toEqual(['dana@company.kz'])
    expect(received?.mail.subject).toBe(mail.subject)
    expect(received?.mail.text?.trim()).toBe(mail.text)
    expect(received?.mail.html).toContain('Сәлеметсіз бе')
    expect(received?.mail.messageId).toBe(messageId)
    expect(received?.mail.from?.value).toEqual([{ name: 'Алаң', address: 'no-reply@alan.kz' }])
    expect(received?.mail.headers.get('content-language')).toBe('kk')
    expect(received?.mail.headers.get('auto-submitted')).toBe('auto-generated')
  })

  it('says how one POST ends such letters, where they can be ended', async () => {
    await mailer.send({ ...mail, unsubscribe: `https://alan.kz/kk/subscription/stop?key=${'a'.repeat(120)}` })
    await mailer.send(mail)
    const [ended, plain] = inbox.received
    const line = (name: string) => ended?.mail.headerLines.find(({ key }) => key === name)?.line
    expect(line('list-unsubscribe')?.replace(/\s+/g, ' ')).toBe(
      `List-Unsubscribe: <https://alan.kz/kk/subscription/stop?key=${'a'.repeat(120)}>`,
    )
    expect(line('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(plain?.mail.headerLines.map(({ key }) => key)).not.toContain('list-unsubscribe')
  })

  it('stands in one conversation with the letters about the same case', async () => {
    const first = '01890000-0000-7000-8000-000000000000'
    await mailer.send({ ...mail, earlier: [first] })
    expect(inbox.received[0]?.mail.inReplyTo).toBe(`<${first}@alan.kz>`)
    expect(inbox.received[0]?.mail.references).toBe(`<${first}@alan.kz>`)
  })

  it('adds no header and no recipient for line breaks in what it is given', async () => {
    const verdict = await mailer.send({
      ...mail,
      to: 'dana@company.kz\r\nBcc: all@b.kz',
      subject: 'x\r\nBcc: all@b.kz',
    })
    if (verdict.ok) {
      expect(inbox.received[0]?.mail.headers.has('bcc')).toBe(false)
      expect(inbox.received[0]?.to).toHaveLength(1)
    }
    expect(inbox.received.flatMap((letter) => letter.to)).not.toContain('all@b.kz')
  })

  it.each([
    [451, false],
    [421, false],
    [550, true],
    [554, true],
  ])('tells by the answer %i whether trying again is pointless: %s', async (code, isFinal) => {
    inbox.refusals.push(code)
    expect(await mailer.send(mail)).toMatchObject({
      ok: false,
      isFinal,
      reason: expect.stringContaining('not now') as string,
    })
    expect(inbox.received).toEqual([])
  })

  it('does not throw when nobody answers', async () => {
    const nobody = createMailer('smtp://127.0.0.1:1', 'a@b.kz')
    expect(await nobody.send(mail)).toMatchObject({ ok: false, isFinal: false })
    nobody.close()
  })
})
