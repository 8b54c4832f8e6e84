import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { FaultClient, importForm, inquiryFields, openForm } from '#tests/builders/fault-client'
import { FaultLoad } from '#tests/builders/fault-load'
import { OwnProduct } from '#tests/setup/own-product'
import { startCluster, type Cluster } from '#tests/setup/postgres-cluster'
import { seedCluster } from '#tests/setup/seeded-places'
import { until } from '#tests/setup/until'
import { randomUUID } from 'node:crypto'

const programs = inject('postgresPrograms')
const site = 'BLQ-0042'

describe.each(['embedded', 'postgres'] as const)('two at once on %s', (kind) => {
  if (kind === 'postgres' && programs === null) return it.skip('needs the programs of PostgreSQL')
  let cluster: Cluster | null = null
  let product: OwnProduct
  const client = () => new FaultClient(() => product.url)
  beforeAll(async () => {
    if (kind === 'postgres') {
      cluster = await startCluster(programs ?? '')
      await seedCluster(cluster.url, inject('seededFolder'))
    }
    product = await OwnProduct.make(cluster)
    await product.start()
  })
  afterAll(async () => {
    await product?.remove()
    await cluster?.remove()
  })

  it('the same form sent five times at once is one inquiry and one letter, and all five are told so', async () => {
    const fields = inquiryFields(site, await openForm(client(), site))
    const five = Array.from({ length: 5 }, () => client().post(`/ru/inquiries/new?site=${site}`, fields))
    const answers = await Promise.all(five)
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect(await product.ask('SELECT 1 FROM "Inquiry" WHERE email = $1', [fields.email])).toHaveLength(1)
    await until(() => Promise.resolve(product.inbox.received.some(({ to }) => to.includes(fields.email))))
    expect(await product.ask('SELECT 1 FROM "OutboxMessage" WHERE "toAddress" = $1', [fields.email])).toHaveLength(1)
  })

  it('the same table sent twice at once is one import', async () => {
    const editor = await client().signIn('editor@balkhash.demo')
    const name = `Ангар ${randomUUID()}`
    const answers = await Promise.all([1, 2].map(() => editor.post('/ru/akimat/import', importForm(name))))
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
  })

  it('two who save one draft from the same state: one is stored, the other is told and keeps what was typed', async () => {
    const load = new FaultLoad(product)
    await load.prepare()
    const editor = await client().signIn('editor@balkhash.demo')
    const save = (name: string) =>
      editor.post(`/ru/akimat/sites/${load.edit.draft}/save`, {
        ...{ group: 'identity', revision: '1', 'identity.name.kk': 'Сынақ', 'identity.name.ru': name },
        'identity.name.en': 'Trial',
      })
    const answers = await Promise.all([save('Первый'), save('Второй')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(JSON.parse(lost?.body ?? '')).toMatchObject({ ok: false, refusal: { code: 'conflict' } })
  })

  it('one case accepted twice at once is accepted once', async () => {
    const load = new FaultLoad(product)
    await load.prepare()
    await load.inquire()
    await load.settle()
    const [sent] = load.inquiries
    const officer = await client().signIn('officer@saryarka.demo')
    const accept = () => officer.post(`/ru/spk/inquiries/${sent?.number}/1`, { intent: 'accept', form: randomUUID() })
    const answers = await Promise.all([accept(), accept()])
    for (const { status } of answers) expect([303, 409]).toContain(status)
    const events = await product.ask(
      `SELECT 1 FROM "InquiryEvent" e JOIN "InquiryPart" p ON p.id = e."partId" JOIN "Inquiry" i ON i.id = p."inquiryId"
       WHERE i.number = $1 AND e.type = 'accepted'`,
      [sent?.number],
    )
    expect(events).toHaveLength(1)
  })

  it('one version published twice at once is published once, and the other is told', async () => {
    const [waiting] = await product.ask<{ number: string; town: string; revision: number; id: string }>(
      `SELECT s.number, s."townKey" AS town, v.revision, v.id FROM "SiteVersion" v JOIN "Site" s ON s.id = v."siteId"
       WHERE v.state = 'in_review' ORDER BY s.number LIMIT 1`,
    )
    const head = await client().signIn(`head@${waiting?.town}.demo`)
    const publish = () =>
      head.post(`/ru/akimat/sites/${waiting?.number}/review`, {
        intent: 'publish',
        revision: String(waiting?.revision),
      })
    const answers = await Promise.all([publish(), publish()])
    const told = answers.map(({ headers }) => /done=(\w+)/.exec(headers.get('location') ?? '')?.[1])
    expect(told.sort()).toEqual(['decided', 'published'])
    const published = await product.ask('SELECT 1 FROM "Site" WHERE "publishedVersionId" = $1', [waiting?.id])
    expect(published).toHaveLength(1)
  })
})
