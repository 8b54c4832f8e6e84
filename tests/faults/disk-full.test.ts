import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FaultClient, importForm, inquiryFields, openForm } from '#tests/builders/fault-client'
import { FaultLoad } from '#tests/builders/fault-load'
import { OwnProduct } from '#tests/setup/own-product'
import { runCommand } from '#tests/setup/run-command'
import { mountSmallDisk, type SmallDisk } from '#tests/setup/small-disk'
import { until } from '#tests/setup/until'
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const disk = await mountSmallDisk(400)
const site = 'BLQ-0042'

describe.skipIf(disk === null)('a disk that is full', () => {
  const { folder, fill, free, remove } = disk as SmallDisk
  let product: OwnProduct
  let editor: FaultClient
  let draft = ''
  beforeAll(async () => {
    product = await OwnProduct.make(null, folder)
    await product.start()
    editor = await new FaultClient(() => product.url).signIn('editor@balkhash.demo')
    const load = new FaultLoad(product)
    await load.prepare()
    draft = load.edit.draft
  })
  afterAll(async () => {
    await product?.remove()
    await remove()
  })

  it('takes no photograph and says so, keeps nothing of it, and takes it when there is room', async () => {
    const photo = await noisyPhoto()
    const upload = () => {
      const form = new FormData()
      form.set('photos', new File([new Uint8Array(photo)], 'цех.jpg', { type: 'image/jpeg' }))
      return editor.post(`/ru/akimat/sites/${draft}/files?list=photos`, form)
    }
    await fill(200_000)
    const refused = await upload()
    expect([refused.status, JSON.parse(refused.body)]).toEqual([507, { ok: false, code: 'storage_full' }])
    expect(await photosOf(product, draft)).toBe(0)
    await free()
    expect((await upload()).status).toBe(200)
    expect(await photosOf(product, draft)).toBe(1)
  })

  it('takes no table and says so in the language of the page', async () => {
    const name = `Ангар ${randomUUID()}`
    await fill(0)
    const refused = await editor.post('/kk/akimat/import', importForm(name, 60_000))
    expect(refused.status).toBe(507)
    expect(refused.body).toContain('Сақтауға орын жетпеді')
    await free()
    const taken = await editor.post('/kk/akimat/import', importForm(name))
    expect(taken.status).toBe(303)
  })

  it('refuses writes of the embedded database, loses none that it took, and takes them when there is room', async () => {
    const visitor = new FaultClient(() => product.url)
    const opened = await openForm(visitor, site)
    const taken: string[] = []
    await fill(0)
    const send = async () => {
      const fields = inquiryFields(site, opened)
      const { status } = await visitor.post(`/ru/inquiries/new?site=${site}`, { ...fields, text: longText() })
      if (status === 303) taken.push(fields.email)
      return status
    }
    const refused = await until(async () => {
      const status = await send()
      return status === 303 ? null : status
    })
    expect([503, 507]).toContain(refused)
    expect((await visitor.get('/ru/sites')).status).toBe(200)
    await free()
    await until(async () => (await send()) === 303)
    const rows = await product.ask<{ email: string }>('SELECT email FROM "Inquiry" WHERE email LIKE \'fault-%\'')
    expect(rows.map(({ email }) => email)).toEqual(expect.arrayContaining(taken))
  })

  it('ends a backup with a reason and leaves nothing that looks like one', async () => {
    const target = join(folder, 'backup')
    await fill(300_000)
    const refused = await runCommand(['backup', '--to', target], product.env)
    expect(refused.code).toBe(1)
    expect(refused.output).toMatch(/no space left/i)
    expect(existsSync(target)).toBe(false)
    await free()
    expect(await runCommand(['backup', '--to', target], product.env)).toMatchObject({ code: 0 })
  })
})

function noisyPhoto(): Promise<Buffer> {
  const raw = { width: 1600, height: 1200, channels: 3 as const }
  return sharp(randomBytes(raw.width * raw.height * raw.channels), { raw })
    .jpeg()
    .toBuffer()
}

async function photosOf(product: OwnProduct, number: string): Promise<number> {
  const rows = await product.ask('SELECT 1 FROM "SiteFile" f JOIN "Site" s ON s.id = f."siteId" WHERE s.number = $1', [
    number,
  ])
  return rows.length
}

const longText = () => `Нужно 400 кВт. ${randomBytes(1_400).toString('hex')}`
