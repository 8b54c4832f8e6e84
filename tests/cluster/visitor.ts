import { ownScript } from '#app/platform/http/form-token'
import { demoPassword } from '#tests/e2e/sessions'
import type { SmtpInbox } from '#tests/builders/smtp-inbox'
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'

/** A form that is younger counts as sent by a machine. */
const formAgeMs = 2_500

type Sent = { cookie?: string; accept?: string }

/** Asks a node or the proxy as a browser would, without following where it leads. */
export function get(base: string, path: string, { cookie = '', accept = '*/*' }: Sent = {}): Promise<Response> {
  return fetch(base + path, { redirect: 'manual', headers: { cookie, accept, 'accept-encoding': 'gzip' } })
}

export function post(base: string, path: string, form: Record<string, string>, cookie = ''): Promise<Response> {
  const headers = { origin: base, ...ownScript, cookie, 'content-type': 'application/x-www-form-urlencoded' }
  return fetch(base + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(form).toString() })
}

/** Signs in with the password of the demo, or another; gives the answer and the cookies that it set. */
export async function signIn(base: string, email: string, password: string = demoPassword) {
  const answer = await post(base, '/ru/sign-in', { email, password })
  await answer.arrayBuffer()
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0])
  return { status: answer.status, cookie: cookie.join('; ') }
}

/** The stamp of a form of an inquiry, old enough to be taken. */
export async function openForm(base: string, site: string): Promise<string> {
  const page = await (await get(base, `/ru/inquiries/new?site=${site}`)).text()
  const opened = /<input[^>]*name="opened"[^>]*value="([^"]+)"/.exec(page)?.[1]
  if (opened === undefined) throw new Error(`No form for ${site}`)
  await setTimeout(formAgeMs)
  return opened
}

export type Inquiry = { email: string; path: string; form: Record<string, string>; from: string }

/** Below the limit of inquiries of one address in an hour. */
const perAddress = 15
let filled = 0

/** What one more person types; sent twice it counts once. */
export function fillInquiry(site: string, opened: string): Inquiry {
  const email = `investor-${randomUUID()}@cluster.example.kz`
  const from = `127.1.0.${1 + Math.floor(filled++ / perAddress)}`
  return {
    ...{ email, from },
    path: `/ru/inquiries/new?site=${site}`,
    form: {
      ...{ form: randomUUID(), opened, site, website: '', title: 'Переработка шерсти', sector: 'manufacturing' },
      ...{ text: 'Нужны цех 2 000 м² и 400 кВт, рабочих мест двадцать.', name: 'Ержан Сатпаев', email, consent: 'on' },
      ...{ organization: 'ТОО «Бетпак»', bin: '', phone: '+7 701 123 45 67', country: '' },
    },
  }
}

const agent = new Agent({ keepAlive: true })
const patienceMs = 20_000

/** What a node answers that has too much to do; the proxy without a node says it without `Retry-After`. */
export const refused = 'refused'

/** The status of an answer, or `refused`; 0 when no whole answer came. A form is sent `from` an address of this machine. */
export function ask(base: string, path: string, inquiry?: Inquiry): Promise<number | typeof refused> {
  const body = inquiry && new URLSearchParams(inquiry.form).toString()
  const form = body !== undefined && {
    ...{ origin: base, 'content-type': 'application/x-www-form-urlencoded' },
    'content-length': Buffer.byteLength(body),
  }
  const options = { method: form ? 'POST' : 'GET', headers: { ...form }, localAddress: inquiry?.from ?? '127.0.0.1' }
  return new Promise((resolve) => {
    const sent = request(base + path, { agent, timeout: patienceMs, ...options }, (answer) => {
      answer.resume()
      const isRefused = answer.statusCode === 503 && answer.headers['retry-after'] !== undefined
      answer.once('end', () => resolve(isRefused ? refused : (answer.statusCode ?? 0)))
      answer.once('error', () => resolve(0))
    })
    sent.once('timeout', () => sent.destroy(new Error('no answer in time')))
    sent.once('error', () => resolve(0))
    sent.end(body)
  })
}

/** Waits for the letter that asks to confirm, follows its link and presses the button; gives the case. */
export async function confirm(base: string, inbox: SmtpInbox, email: string) {
  const path = await until('a letter', () => {
    const letter = inbox.received.find(({ to }) => to.includes(email))
    return /\/ru\/inquiries\/confirm\?token=[\w-]+/.exec(letter?.mail.text ?? '')?.[0]
  })
  const answer = await post(base, path, {})
  const to = new URL(answer.headers.get('location') ?? '', base)
  const number = /\d{4}-\d{5,}/.exec(to.pathname)?.[0]
  if (number === undefined) throw new Error(`The confirmation leads to ${to.href}`)
  return { number, key: to.searchParams.get('key') ?? '' }
}

/** Asks again and again until there is something; throws after three minutes: some wait for two turns of the clock. */
export async function until<Found>(
  what: string,
  find: () => Promise<Found | undefined | false> | Found | undefined | false,
  everyMs = 50,
): Promise<Found> {
  const start = performance.now()
  for (;;) {
    const found = await find()
    if (found !== undefined && found !== false) return found
    if (performance.now() - start > 180_000) throw new Error(`Waited three minutes in vain for ${what}`)
    await setTimeout(everyMs)
  }
}
