import { ownScript } from '#app/platform/http/form-token'
import { createHash, randomInt, randomUUID } from 'node:crypto'
import { demoPassword } from '#tests/e2e/sessions'
import { until } from '#tests/setup/until'

export type Answer = { status: number; headers: Headers; body: string }
type Fields = Record<string, string> | FormData

/** Somebody at the product over HTTP: follows no redirects, keeps the session, and comes from another address each time. */
export class FaultClient {
  cookie = ''

  constructor(private readonly origin: () => string) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#ask(path, { headers })
  }

  post(path: string, fields: Fields): Promise<Answer> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields)
    return this.#ask(path, { method: 'POST', body, headers: { origin: this.origin(), ...ownScript } })
  }

  async signIn(email: string): Promise<this> {
    const { status, headers } = await this.post('/ru/sign-in', { email, password: demoPassword })
    if (status !== 303) throw new Error(`${email} could not sign in: ${status}`)
    const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    this.cookie = cookies.join('; ')
    return this
  }

  async #ask(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> {
    const from = [10, randomInt(256), randomInt(256), randomInt(1, 255)].join('.')
    const headers = { ...init.headers, cookie: this.cookie, 'x-forwarded-for': from }
    // A connection that is kept would be the one to a product that was killed.
    const signal = AbortSignal.timeout(60_000)
    const response = await fetch(this.origin() + path, {
      ...init,
      signal,
      headers: { ...headers, connection: 'close' },
      redirect: 'manual',
    })
    return { status: response.status, headers: response.headers, body: await response.text() }
  }
}

/** The moment at which a form was opened, as its page carries it; it is old enough to be sent. */
export async function openForm(client: FaultClient, site: string): Promise<string> {
  const { body } = await client.get(`/ru/inquiries/new?site=${site}`)
  const openedAt = Date.now()
  const opened =
    /name="opened"[^>]*value="([^"]+)"/.exec(body)?.[1] ?? /value="([^"]+)"[^>]*name="opened"/.exec(body)?.[1]
  if (opened === undefined) throw new Error('The form says no moment of its opening')
  // Nobody is as fast as a test: a form may not be sent within its first two seconds.
  await until(() => Promise.resolve(Date.now() - openedAt > 2_100))
  return opened
}

/** The fields of an inquiry about a site, from an address that nobody else has. */
export function inquiryFields(site: string, opened: string): Record<string, string> & { email: string; title: string } {
  const key = randomUUID()
  return {
    ...{ form: key, site, opened, consent: 'on', name: 'Ержан Сейтов', email: `fault-${key}@example.com` },
    ...{ title: `Цех ${key}`, text: 'Нужно 400 кВт и 2 000 м², двадцать рабочих мест, начать хотим весной.' },
  }
}

/** A table for the import with one building of Balkhash, as the form sends it; empty rows make it larger. */
export function importForm(name: string, emptyRows = 0): FormData {
  // Far from others, and the same when it is sent again.
  const hash = createHash('sha256').update(name).digest()
  const at = `${46.5 + hash.readUInt16BE(0) / 131_072},${74.2 + hash.readUInt16BE(2) / 131_072}`
  const table = `number,kind,identity.name.kk,identity.name.ru,latitude,longitude,rights.tenures\n,здание,${name} kk,${name},${at},аренда\n${',,,,,,\n'.repeat(emptyRows)}`
  const form = new FormData()
  form.set('file', new File([table], 'sites.csv', { type: 'text/csv' }))
  form.set('language', 'ru')
  return form
}
