import { FaultClient } from '#tests/builders/fault-client'
import { OwnProduct } from '#tests/setup/own-product'
import { until } from '#tests/setup/until'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)

/** Spellings of this machine and of networks behind it; `PORT` is where somebody listens. */
const spellings = [
  ...['https://127.0.0.1:PORT/', 'https://2130706433:PORT/', 'https://0x7f000001:PORT/', 'https://0177.0.0.1:PORT/'],
  ...[
    'https://127.1:PORT/',
    'https://[::1]:PORT/',
    'https://[::ffff:127.0.0.1]:PORT/',
    'https://[::ffff:7f00:1]:PORT/',
  ],
  ...['https://0.0.0.0:PORT/', 'https://0:PORT/', 'https://[::]:PORT/', 'https://localhost:PORT/'],
  ...['https://localhost.:PORT/', 'https://LOCALHOST:PORT/', 'https://①②⑦.0.0.1:PORT/', 'https://127。0。0。1:PORT/'],
  ...['https://me@127.0.0.1:PORT/', 'https://8.8.8.8@127.0.0.1:PORT/', 'http://127.0.0.1:PORT/'],
]

describe('the running product', () => {
  let product: OwnProduct
  let connections = 0
  const listener = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  beforeAll(async () => {
    listener.listen(0, '::')
    await once(listener, 'listening')
    product = await OwnProduct.make(null)
    await product.start()
  })
  afterAll(async () => {
    await product?.remove()
    listener.close()
  })
  const spelled = () => spellings.map((url) => url.replace('PORT', String((listener.address() as AddressInfo).port)))

  it('takes no address inside the networks of its operator, however it is spelled', async () => {
    const head = await new FaultClient(() => product.url).signIn('head@saryarka.demo')
    for (const url of spelled()) expect((await head.post('/ru/spk/webhooks', await formFor(url))).status, url).toBe(409)
    expect(await product.ask('SELECT 1 FROM "WebhookEndpoint"')).toEqual([])
    expect(connections).toBe(0)
  })

  it('posts to none that has become one since', async () => {
    const head = await new FaultClient(() => product.url).signIn('head@saryarka.demo')
    const form = await formFor('https://8.8.8.8/')
    expect((await head.post('/ru/spk/webhooks', form)).status).toBe(200)
    for (const url of spelled()) {
      await product.ask('UPDATE "WebhookEndpoint" SET url = $1 WHERE id = $2', [url, form.form])
      const ping = randomUUID()
      expect((await head.post(`/ru/spk/webhooks/${form.form}`, { intent: 'ping', form: ping })).status).toBe(303)
      const excerpt = await until(async () => {
        const text = 'SELECT excerpt FROM "WebhookDelivery" WHERE "eventKey" = $1'
        const rows = await product.ask<{ excerpt: string | null }>(text, [`ping:${ping}`])
        return rows[0]?.excerpt ?? null
      })
      expect(excerpt, url).toMatch(/^(private_address|bad_address|not_https|unknown_host)$/)
    }
    expect(connections).toBe(0)
  })

  async function formFor(url: string) {
    const [body] = await product.ask<{ id: string }>(`SELECT id FROM organization WHERE slug = 'spk-saryarka'`)
    return { form: randomUUID(), organization: body?.id ?? '', url }
  }
})

type Outcome = { url: string; result: { ok: boolean; status?: number; reason?: string }; connections: string[] }

const mayIsolate = await run('unshare', ['-rmn', 'ip', 'link', 'set', 'lo', 'up']).then(
  () => run('openssl', ['version']).then(() => true),
  () => false,
)

// Names need a resolver of ours and addresses that only a network of its own can have.
describe.skipIf(!mayIsolate)('in a network with a public and with private addresses', () => {
  let folder = ''
  let outcomes: Outcome[] = []
  let reachable: string[] = []
  let timesAsked = 0
  const names = ['loopback', 'private', 'shared', 'metadata', 'local', 'loopback6', 'mapped', 'mixed', 'mixed6']
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alan-network-'))
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const about = ['-subj', '/CN=test', '-addext', 'subjectAltName=DNS:public.test,DNS:rebind.test']
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
    await run('openssl', ['req', '-x509', ...kind, ...about, '-keyout', key, '-out', cert])
    const asked = ['public', 'rebind', ...names].map((name) => `https://${name}.test/`)
    const program = ['--import', 'tsx', 'tests/security/post-in-network.ts', folder, ...asked]
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: cert }
    await run('unshare', ['-rmn', process.execPath, ...program], { env })
    const read = JSON.parse(await readFile(join(folder, 'results.json'), 'utf8')) as {
      results: Outcome[]
      reachable: string[]
      timesAsked: number
    }
    ;({ results: outcomes, reachable, timesAsked } = read)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const outcomeOf = (name: string) => outcomes.find(({ url }) => url === `https://${name}.test/`)

  it('everything that must not be reached could be', () => {
    expect(reachable).toEqual(expect.arrayContaining(['127.0.0.1', '10.0.0.5', '100.64.0.5', '169.254.169.254']))
    expect(reachable).toEqual(expect.arrayContaining(['::1', 'fd00::5', '195.12.113.5']))
  })

  it.each(names)('a name that leads inside is not connected to: %s.test', (name) => {
    expect(outcomeOf(name)).toMatchObject({ result: { ok: false, reason: 'private_address' }, connections: [] })
  })

  it('a name that changes its mind is asked once, and the checked address is connected to', () => {
    expect(outcomeOf('rebind')).toMatchObject({ result: { ok: true, status: 302 }, connections: ['195.12.113.5'] })
    expect(timesAsked).toBe(1)
  })

  it('a redirect inside is an answer that nobody follows', () => {
    expect(outcomeOf('public')).toMatchObject({ result: { ok: true, status: 302 }, connections: ['195.12.113.5'] })
  })
})
