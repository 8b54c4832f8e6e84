import { FaultClient, inquiryFields, openForm, type Answer } from '#tests/builders/fault-client'
import { codeOf } from '#tests/builders/second-factor'
import { OwnProduct } from '#tests/setup/own-product'
import { until } from '#tests/setup/until'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'

const site = 'BLQ-0042'
const mark = 'Жұлдызгүл'
const person = {
  name: `${mark} Тестбекова`,
  email: 'zhuldyzgul@person.example',
  unknownEmail: 'beibit-unknown@person.example',
  organization: 'ТОО Самал-Сыналмас',
  bin: '791028302728',
  phone: '+7 701 555 03 77',
  title: `Сыроварня семьи ${mark}`,
  text: 'Хотим перенести сюда сыроварню бабушки Күлпәш, нужно двадцать рабочих мест и вода.',
  password: 'Misplaced-Keyword-2026',
  search: 'пасека Құралай',
  file: `паспорт-${mark}.pdf`,
  key: 'Kx7secretOfAnotherCase_Lq9',
  totp: '918273',
  recovery: 'QZXW-VUTS-RQPN-MLKJ',
}
/** Everything that the log may not say; what the product itself makes up is added on the way. */
const secrets = new Set(Object.values(person))
secrets.add(mark).add('+77015550377').add('Күлпәш').add('person.example').add('Құралай')

let product: OwnProduct
beforeAll(async () => {
  product = await OwnProduct.make(null)
  await product.start({ LOG_LEVEL: 'trace' })
  product.inbox.unknown.add(person.unknownEmail)
})
afterAll(() => product?.remove())

it('writes nothing of a person, however talkative it is and whatever fails', async () => {
  const visitor = new FaultClient(() => product.url)
  await search(visitor)
  const opened = await openForm(visitor, site)
  await inquire(visitor, opened)
  await signInWrongly(visitor)
  await useSecondFactor()
  await sendBadRequests(visitor)
  await breakTheDatabase(visitor, opened)
  await product.stop()

  const { output } = product
  const said = [output, decode(output)]
  // The journey went where things go wrong.
  for (const status of [200, 303, 400, 404, 413, 500]) expect(output).toContain(`"status":${status},`)
  for (const words of ['page failed', 'a job failed', 'mail was not sent']) expect(output).toContain(words)
  const leaked = [...secrets].filter((secret) => said.some((text) => contains(text, secret)))
  expect(leaked.map((secret) => `${secret}: ${lineWith(said.join('\n'), secret)}`)).toEqual([])
})

async function search(visitor: FaultClient): Promise<void> {
  const words = new URLSearchParams({ q: person.search, sector: 'it' })
  for (const path of ['/ru/sites', '/ru/sites.data', '/api/sites', '/api/map', '/ru/sites.xlsx', '/ru/sites.csv']) {
    await visitor.get(`${path}?${words}`)
  }
  await visitor.get(`/ru/briefs/new?${words}&${new URLSearchParams({ text: person.text, name: person.name })}`)
}

/** Inquires, confirms, opens the case by its key, and writes a message with a file that is none. */
async function inquire(visitor: FaultClient, opened: string): Promise<void> {
  await visitor.post(`/ru/inquiries/new?site=${site}`, { ...fieldsOf(person.unknownEmail, opened) })
  const sent = await visitor.post(`/ru/inquiries/new?site=${site}`, fieldsOf(person.email, opened))
  expect(sent.status).toBe(303)
  noteSecrets(sent)
  await visitor.get(sent.headers.get('location') ?? '')
  const token = await tokenOf(/inquiries\/confirm\?token=([\w-]+)/)
  await visitor.get(`/ru/inquiries/confirm?token=${token}`)
  const confirmed = await visitor.post(`/ru/inquiries/confirm?token=${token}`, {})
  expect(confirmed.status).toBe(303)
  noteSecrets(confirmed)
  const casePath = confirmed.headers.get('location') ?? ''
  expect((await visitor.get(casePath)).status).toBe(200)
  const message = new FormData()
  for (const [name, value] of Object.entries({
    intent: 'message',
    part: '1',
    text: person.text,
    form: randomUUID(),
  })) {
    message.set(name, value)
  }
  message.set('files', new File(['no PDF'], person.file, { type: 'application/pdf' }))
  await visitor.post(casePath.replace('?', '/message?'), message)
}

/** The password in the field of the address, and the other way round; codes of nobody; links that lead nowhere. */
async function signInWrongly(visitor: FaultClient): Promise<void> {
  await visitor.post('/ru/sign-in', { email: person.password, password: person.email })
  await visitor.post('/ru/sign-in', { email: person.email, password: person.password })
  await visitor.get(`/ru/sign-in?${new URLSearchParams({ email: person.email, password: person.password })}`)
  await visitor.get(`/ru/sign-in?next=${encodeURIComponent(`/ru/inquiries/2026-00001?key=${person.key}`)}`)
  await askToReset(visitor, person.email)
  await visitor.get(`/ru/reset-password/confirm?token=${person.key}`)
  await visitor.post(`/ru/reset-password/confirm?token=${person.key}`, { password: person.password })
  await visitor.get(`/ru/invitations/${person.key}`)
}

/** An app for codes is set up and asked for; then codes that are wrong. */
async function useSecondFactor(): Promise<void> {
  const investor = await signUp()
  const page = await investor.get('/ru/account/second-factor')
  const offer = /name="offer"[^>]*value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const secret = /<code[^>]*>([A-Z2-7 ]{16,})<\/code>/.exec(page.body)?.[1] ?? ''
  expect([offer, secret]).not.toContain('')
  const code = codeOf(secret)
  secrets.add(offer).add(secret).add(code)
  const turnedOn = await investor.post('/ru/account/second-factor', { intent: 'turn_on', offer, code })
  const recovery = turnedOn.body.match(/[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}/g) ?? []
  expect(recovery.length).toBeGreaterThan(9)
  for (const each of recovery) secrets.add(each)
  const again = await signIn()
  for (const wrong of [person.totp, person.recovery]) await again.post('/ru/sign-in/code', { code: wrong })
  expect((await again.post('/ru/sign-in/code', { code: recovery[0] ?? '' })).status).toBe(303)
}

async function signUp(): Promise<FaultClient> {
  const visitor = new FaultClient(() => product.url)
  const { name, email, password } = person
  await visitor.post('/ru/sign-up', { form: randomUUID(), name, email, locale: 'ru', consent: 'on' })
  const token = await tokenOf(/sign-up\/confirm\?token=([\w-]+)/)
  await visitor.get(`/ru/sign-up/confirm?token=${token}`)
  const path = `/ru/sign-up/confirm?token=${token}`
  expect((await visitor.post(path, { password, repeat: password })).status).toBe(303)
  return signIn()
}

async function signIn(): Promise<FaultClient> {
  const client = new FaultClient(() => product.url)
  const { email, password } = person
  const { status, headers } = await client.post('/ru/sign-in', { email, password })
  expect(status).toBe(303)
  client.cookie = headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
  noteCookies(client.cookie)
  return client
}

/** The secret of a link in a letter to the person, once it has come. */
async function tokenOf(link: RegExp): Promise<string> {
  const token = await until(() => {
    const letters = product.inbox.received.filter(({ to }) => to.includes(person.email))
    const found = letters.map(({ mail }) => link.exec(mail.text ?? '')?.[1]).find((each) => each !== undefined)
    return Promise.resolve(found ?? null)
  })
  secrets.add(token)
  return token
}

async function sendBadRequests(visitor: FaultClient): Promise<void> {
  await visitor.post(`/ru/inquiries/new?site=${site}`, { name: person.name, email: `${mark}@`, phone: person.phone })
  await visitor.post('/ru/inquiries/new', { text: person.text.repeat(10_000) })
  await visitor.get(`/ru/inquiries/2026-99999?key=${person.key}`)
  await visitor.get(`/ru/${encodeURIComponent(person.email)}`)
  await visitor.get(`/files/${person.email}/photo.webp`)
  await visitor.get(
    `/ru/inquiries/new?${new URLSearchParams({ name: person.name, phone: person.phone, bin: person.bin })}`,
  )
  const broken = `--b\r\nContent-Disposition: form-data; name="name"; filename="${person.file}"\r\n\r\n${person.name}`
  for (const [path, type, body] of [
    ['/api/match', 'application/json', `{"name":"${person.name}`],
    ['/ru/inquiries/2026-99999/message', 'multipart/form-data; boundary=b', broken],
    ['/ru/sign-in', 'text/plain', person.password],
  ] as const) {
    const headers = { origin: product.url, 'content-type': type, cookie: `alan_kept=${person.key}` }
    await (await fetch(product.url + path, { method: 'POST', headers, body })).text()
  }
}

async function askToReset(visitor: FaultClient, email: string): Promise<void> {
  expect((await visitor.post('/ru/reset-password', { form: randomUUID(), email })).status).toBe(303)
}

/** The database refuses a row and says all that is in it: in a request, and in the job that sends a letter. */
async function breakTheDatabase(visitor: FaultClient, opened: string): Promise<void> {
  await product.ask(`ALTER TABLE "Inquiry" ADD CONSTRAINT no_such CHECK (phone IS NULL) NOT VALID`)
  const fields = { ...fieldsOf(person.email, opened), again: 'on' }
  const failed = await visitor.post(`/ru/inquiries/new?site=${site}`, fields)
  expect(failed.status).toBe(500)
  await product.ask(`ALTER TABLE "OutboxMessage" ADD CONSTRAINT no_sent CHECK (status <> 'sent') NOT VALID`)
  await askToReset(visitor, 'editor@balkhash.demo')
  await until(() => Promise.resolve(product.output.includes('a job failed')), 60_000)
  await until(() => Promise.resolve(product.output.includes('mail was not sent')), 60_000)
}

function fieldsOf(email: string, opened: string): Record<string, string> {
  const { name, organization, bin, phone, title, text } = person
  return { ...inquiryFields(site, opened), email, name, organization, bin, phone, title: `${title} ${email}`, text }
}

/** What opens something in the address that an answer leads to, or in its cookies. */
function noteSecrets({ headers }: Answer): void {
  const location = new URL(headers.get('location') ?? '', product.url)
  for (const name of ['key', 'token']) {
    const value = location.searchParams.get(name)
    if (value !== null) secrets.add(value)
  }
}

function noteCookies(cookies: string): void {
  for (const cookie of cookies.split('; ')) {
    const [name = '', value = ''] = cookie.split('=')
    if (/session|token/.test(name)) secrets.add(value).add(decodeURIComponent(value))
  }
}

/** As a whole, since six digits in a row can be part of anything. */
function contains(text: string, secret: string): boolean {
  if (!/^\d+$/.test(secret)) return text.includes(secret)
  return new RegExp(`(?<![\\w-])${secret}(?![\\w-])`).test(text)
}

function lineWith(text: string, secret: string): string {
  return (
    text
      .split('\n')
      .find((line) => contains(line, secret))
      ?.slice(0, 2_000) ?? ''
  )
}

function decode(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString())
}
