import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FaultClient, inquiryFields, openForm } from '#tests/builders/fault-client'
import { OwnProduct } from '#tests/setup/own-product'
import { until } from '#tests/setup/until'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const site = 'BLQ-0042'
const library = findLibrary()

/** Debian's libfaketime sets the clock of a process while it runs; that of its timers stays, as on a real machine. */
function findLibrary(): string | null {
  const paths = readdirSync('/usr/lib').map((folder) => join('/usr/lib', folder, 'faketime'))
  return paths.flatMap(findIn)[0] ?? null
}

function findIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith('libfaketimeMT.so'))
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}

describe.skipIf(library === null)('a clock that is set', () => {
  let product: OwnProduct
  let scratch = ''
  const setClock = (offset: string) => writeFile(join(scratch, 'offset'), `${offset}\n`)
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'alan-clock-'))
    await setClock('+0')
    product = await OwnProduct.make(null)
    await product.start({
      ...{ LD_PRELOAD: library ?? '', FAKETIME_TIMESTAMP_FILE: join(scratch, 'offset') },
      ...{ FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' },
    })
  })
  afterAll(async () => {
    await product?.remove()
    await rm(scratch, { recursive: true, force: true })
  })

  it.each([
    ['an hour on', '+1h'],
    ['and an hour back', '+0'],
    ['another hour back', '-1h'],
  ])('%s: sessions, forms, letters and the catalogue go on', async (_name, offset) => {
    const visitor = new FaultClient(() => product.url)
    const editor = await new FaultClient(() => product.url).signIn('editor@balkhash.demo')
    await setClock(offset)
    expect((await editor.get('/ru/akimat')).status).toBe(200)
    const opened = await openForm(visitor, site)
    const fields = inquiryFields(site, opened)
    expect((await visitor.post(`/ru/inquiries/new?site=${site}`, fields)).status).toBe(303)
    await until(() => Promise.resolve(product.inbox.received.some(({ to }) => to.includes(fields.email))))
    const read = async () => (await visitor.get(`/api/sites?q=${site}`)).body
    const before = await read()
    expect((await editor.post(`/ru/akimat/sites/${site}/confirm`, { intent: 'all' })).status).toBe(303)
    await until(async () => (await read()) !== before)
  })
})
