import { visitor } from '#app/domain/accounts/model'
import { retryMessage } from '#app/domain/notices/commands/retry-message.server'
import { queueNotice, type NoticeOrder } from '#app/domain/notices/outbox.server'
import { countMessages, listMessages, readMessage } from '#app/domain/notices/queries.server'
import { markBounced } from '#app/domain/notices/commands/mark-bounced.server'
import { claimMs, maxAttempts, pauseMs } from '#app/domain/notices/rules'
import { sendMessage, startSending, sweepOutbox } from '#app/domain/notices/send-mail.server'
import { inTransaction } from '#app/platform/db/client.server'
import { startJobs } from '#app/platform/jobs/jobs.server'
import { createMailer, useMailer } from '#app/platform/mail/mailer.server'
import { addPerson, signedIn } from '#tests/builders/people'
import { SmtpInbox } from '#tests/builders/smtp-inbox'
import { testDatabase } from '#tests/setup/database'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

const { db, url } = await testDatabase()
const inbox = new SmtpInbox()
const mailer = createMailer(await inbox.start(), 'Alań <no-reply@alan.kz>')
const jobs = await startJobs(url)
afterAll(async () => {
  useMailer(null)
  await jobs.stop()
  mailer.close()
  await inbox.stop()
})

const admin = await signedIn(db, (await addPerson(db, { platformRole: 'admin' })).id)
const auditor = await signedIn(db, (await addPerson(db, { platformRole: 'auditor' })).id)

const order: NoticeOrder<'inquiry_message'> = {
  template: 'inquiry_message',
  locale: 'kk',
  to: 'dana@company.kz',
  dedupeKey: 'inquiry_message:1',
  data: {
    name: 'Дана',
    number: '2026-00318',
    body: { kk: '«Сарыарқа» ӘКК', ru: 'СПК «Сарыарка»', en: 'SPK Saryarka' },
    text: 'Келіңіз',
    link: '/kk/inquiries/2026-00318?key=secret',
  },
}

const queue = (change: Partial<typeof order> = {}) =>
  inTransaction(db, (tx) => queueNotice(tx, { ...order, ...change }))
const onlyMessage = () => db.outboxMessage.findFirstOrThrow()
const countJobs = async () =>
  Number((await db.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM pgboss.job WHERE name = 'send-mail'`)[0]?.n)

const countTries = async () => (await db.outboxMessage.aggregate({ _sum: { attempts: true } }))._sum.attempts ?? 0

beforeEach(async () => {
  useMailer(mailer)
  inbox.received.splice(0)
  inbox.refusals.splice(0)
  await db.outboxMessage.deleteMany()
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'send-mail'`
})

describe('queueNotice', () => {
  it('writes the letter and its job in the transaction of the caller, or neither', async () => {
    const failure = inTransaction(db, async (tx) => {
      await queueNotice(tx, order)
      throw new Error('the write fails')
    })
    await expect(failure).rejects.toThrow('the write fails')
    expect([await db.outboxMessage.count(), await countJobs()]).toEqual([0, 0])
    expect(await queue()).toBe(true)
    expect([await db.outboxMessage.count(), await countJobs()]).toEqual([1, 1])
  })

  it('queues one letter per reason, also when asked at once', async () => {
    const answers = await Promise.all([queue(), queue(), queue({ dedupeKey: 'inquiry_message:2' })])
    expect(answers.filter(Boolean)).toHaveLength(2)
    expect(await queue()).toBe(false)
    expect([await db.outboxMessage.count(), await countJobs()]).toEqual([2, 2])
  })

  it('refuses an address that would reach somebody else', async () => {
    await expect(queue({ to: 'dana@company.kz\r\nRCPT TO:<all@b.kz>' })).rejects.toThrow('Not an address')
    await expect(queue({ to: 'dana@company.kz, all@b.kz' })).rejects.toThrow('Not an address')
    expect(await db.outboxMessage.count()).toBe(0)
  })

  it('holds letters back while no SMTP is configured, and sends none of them by itself later', async () => {
    useMailer(null)
    await queue()
    expect(await onlyMessage()).toMatchObject({ status: 'held', text: expect.stringContaining('key=secret') as string })
    expect(await countJobs()).toBe(0)
    useMailer(mailer)
    await sendMessage(db, mailer, (await onlyMessage()).id)
    expect(inbox.received).toEqual([])
  })
})

describe('sendMessage', () => {
  it('delivers once, in the language of the person, and keeps no key', async () => {
    await queue()
    const { id } = await onlyMessage()
    await Promise.all([sendMessage(db, mailer, id), sendMessage(db, mailer, id)])
    await sendMessage(db, mailer, id)
    expect(inbox.received).toHaveLength(1)
    const [{ mail } = { mail: null }] = inbox.received
    expect(mail?.subject).toBe('2026-00318 өтініш бойынша жаңа жауап')
    expect(mail?.text).toMatch(/http:\/\/[^\s]+\/kk\/inquiries\/2026-00318\?key=secret/)
    expect(mail?.headers.get('content-language')).toBe('kk')
    expect(await onlyMessage()).toMatchObject({
      status: 'sent',
      attempts: 1,
      messageId: `<${id}@alan.kz>`,
      lastError: null,
    })
    expect(JSON.stringify(await onlyMessage())).not.toContain('secret')
  })

  it('tries again after a server that was busy, and delivers once', async () => {
    inbox.refusals.push(451)
    await queue()
    const { id } = await onlyMessage()
    const now = new Date()
    expect(await sendMessage(db, mailer, id, now)).toBe('later')
    const { nextTryAt, ...message } = await onlyMessage()
    expect(message).toMatchObject({
      status: 'queued',
      attempts: 1,
      lastError: expect.stringContaining('451') as string,
    })
    const due = nextTryAt ?? now
    expect(due.getTime() - now.getTime()).toBeGreaterThanOrEqual(pauseMs(1, 0))
    expect(await sweepOutbox(db, mailer, new Date(due.getTime() - 1))).toBe(0)
    const nodes = await Promise.all([sweepOutbox(db, mailer, due), sweepOutbox(db, mailer, due)])
    expect(nodes.sort()).toEqual([0, 1])
    expect(inbox.received).toHaveLength(1)
    expect(await onlyMessage()).toMatchObject({ status: 'sent', attempts: 2 })
  })

  it('gives up at once when the server refuses for good, else after the last attempt', async () => {
    inbox.refusals.push(550)
    await queue()
    const { id } = await onlyMessage()
    await sendMessage(db, mailer, id)
    expect(await onlyMessage()).toMatchObject({ status: 'bounced', attempts: 1 })

    await db.outboxMessage.update({ where: { id }, data: { status: 'queued', attempts: maxAttempts - 1 } })
    inbox.refusals.push(451)
    await sendMessage(db, mailer, id)
    expect(await onlyMessage()).toMatchObject({ status: 'failed', attempts: maxAttempts })
  })

  it('takes over from a process that died, and from no other', async () => {
    await queue()
    const { id } = await onlyMessage()
    const now = new Date()
    await db.outboxMessage.update({ where: { id }, data: { claimedAt: new Date(now.getTime() - claimMs + 1000) } })
    await sendMessage(db, mailer, id, now)
    expect(inbox.received).toEqual([])
    await sendMessage(db, mailer, id, new Date(now.getTime() + 2000))
    expect(inbox.received).toHaveLength(1)
  })

  it('loses and doubles nothing while the server is dead for hours, and asks it once a minute', async () => {
    const dead = createMailer('smtp://127.0.0.1:1', 'Alań <no-reply@alan.kz>')
    const start = new Date()
    const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
    for (const run of [1, 2, 3]) {
      await queue({ dedupeKey: `${run}` })
    }
    for (const { id } of await db.outboxMessage.findMany()) {
      expect(await sendMessage(db, dead, id, start)).toBe('unreachable')
    }
    for (let minute = 5; minute < 300; minute += 20) {
      const before = await countTries()
      expect(await sweepOutbox(db, dead, after(minute))).toBe(0)
      expect((await countTries()) - before).toBe(1)
    }
    const nodes = [sweepOutbox(db, mailer, after(320)), sweepOutbox(db, mailer, after(320))]
    expect((await Promise.all(nodes)).reduce((sum, sent) => sum + sent)).toBe(3)
    expect(inbox.received).toHaveLength(3)
    dead.close()
  })

  it('takes up what lost its job, under the Message-ID it would have had', async () => {
    await queue()
    const { id, createdAt } = await onlyMessage()
    const later = new Date(createdAt.getTime() + claimMs + 1000)
    expect(await sweepOutbox(db, mailer, createdAt)).toBe(0)
    // The server took it, and the process died before it could write that down.
    await mailer.send({ ...order.data, id, subject: 's', html: '', language: 'kk', earlier: [], to: order.to })
    expect(await sweepOutbox(db, mailer, later)).toBe(1)
    expect(inbox.received.map(({ mail }) => mail.messageId)).toEqual([`<${id}@alan.kz>`, `<${id}@alan.kz>`])
  })

  it('makes one conversation of the letters about one case, each to its own address', async () => {
    const about = 'inquiry:1'
    const send = async (change: Partial<typeof order>) => {
      await queue({ about, ...change })
      const { id } = await db.outboxMessage.findFirstOrThrow({ orderBy: { id: 'desc' } })
      await sendMessage(db, mailer, id)
      return `<${id}@alan.kz>`
    }
    const first = await send({ dedupeKey: '1' })
    const second = await send({ dedupeKey: '2' })
    await send({ dedupeKey: '3', to: 'erlan@company.kz' })
    await send({ dedupeKey: '4' })
    const mails = inbox.received.map(({ mail }) => ({ answers: mail.inReplyTo, references: mail.references }))
    expect(mails.slice(0, 3)).toEqual([
      { answers: undefined, references: undefined },
      { answers: first, references: first },
      { answers: undefined, references: undefined },
    ])
    expect(mails[3]).toEqual({ answers: second, references: [first, second] })
  })

  it('offers to end letters by one click only where they may be ended', async () => {
    await queue({ dedupeKey: '1' })
    await queue({ dedupeKey: '2', stop: { group: 'messages', path: '/kk/notices/stop?key=a.b.c' } })
    for (const { id } of await db.outboxMessage.findMany({ orderBy: { id: 'asc' } })) await sendMessage(db, mailer, id)
    const headers = inbox.received.map(({ mail }) => String(mail.headerLines.map(({ line }) => line)))
    expect(headers.map((lines) => lines.includes('List-Unsubscribe-Post: List-Unsubscribe=One-Click'))).toEqual([
      false,
      true,
    ])
    expect(headers.every((lines) => lines.includes('Auto-Submitted: auto-generated'))).toBe(true)
  })

  it('holds what was queued when SMTP has been taken away', async () => {
    await queue()
    await sendMessage(db, null, (await onlyMessage()).id)
    expect(await onlyMessage()).toMatchObject({ status: 'held', attempts: 0 })
  })
})

describe('with the job running', () => {
  beforeAll(startSending)

  it('the job sends what a committed transaction queued', async () => {
    await queue()
    await vi.waitFor(async () => expect(await onlyMessage()).toMatchObject({ status: 'sent' }), { timeout: 10_000 })
    expect(inbox.received).toHaveLength(1)
  })

  describe('the outbox page', () => {
    it('is for admins only', async () => {
      await queue()
      const { id } = await onlyMessage()
      const page = { page: 1, size: 20, skip: 0 }
      expect(await listMessages(admin, null, page)).toMatchObject({
        total: 1,
        items: [{ id, template: 'inquiry_message' }],
      })
      expect(await listMessages(admin, 'failed', page)).toMatchObject({ total: 0, items: [] })
      expect(await readMessage(admin, id)).toMatchObject({ locale: 'kk', toAddress: 'dana@company.kz' })
      for (const actor of [auditor, visitor]) {
        expect(await listMessages(actor, null, page)).toMatchObject({ total: 0, items: [] })
        expect(await countMessages(actor)).toEqual({})
        await expect(readMessage(actor, id)).rejects.toMatchObject({ status: 404 })
        await expect(retryMessage(actor, id)).rejects.toMatchObject({ status: 404 })
        await expect(markBounced(actor, id)).rejects.toMatchObject({ status: 404 })
      }
    })

    it('sends a failed or held letter again when asked, and no other', async () => {
      await queue()
      const { id } = await onlyMessage()
      expect(await retryMessage(admin, id)).toEqual({ ok: true, value: 'unchanged' })
      await db.outboxMessage.update({ where: { id }, data: { status: 'failed', attempts: maxAttempts } })
      expect(await countMessages(admin)).toEqual({ failed: 1 })
      const before = await countJobs()
      expect(await retryMessage(admin, id)).toEqual({ ok: true, value: 'queued' })
      expect(await retryMessage(admin, id)).toEqual({ ok: true, value: 'unchanged' })
      expect(await countJobs()).toBe(before + 1)
      await vi.waitFor(async () => expect(await onlyMessage()).toMatchObject({ status: 'sent' }), { timeout: 10_000 })

      await db.outboxMessage.update({ where: { id }, data: { status: 'held' } })
      useMailer(null)
      expect(await retryMessage(admin, id)).toEqual({ ok: false, code: 'no_smtp' })
      expect(await onlyMessage()).toMatchObject({ status: 'held' })
    })
  })
})
