import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { chanceOf } from '#tests/builders/chance'
import { FaultLoad } from '#tests/builders/fault-load'
import { OwnProduct } from '#tests/setup/own-product'
import { startCluster, type Cluster } from '#tests/setup/postgres-cluster'
import { seedCluster } from '#tests/setup/seeded-places'
import { until } from '#tests/setup/until'
import { setTimeout as pause } from 'node:timers/promises'

const kills = Number(process.env.FAULT_KILLS ?? 1)
const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)
const programs = inject('postgresPrograms')

describe.concurrent.each(['embedded', 'postgres'] as const)('the product on %s, killed under load', (kind) => {
  if (kind === 'postgres' && programs === null) return it.skip('needs the programs of PostgreSQL')
  let cluster: Cluster | null = null
  let product: OwnProduct
  beforeAll(async () => {
    if (kind === 'postgres') {
      cluster = await startCluster(programs ?? '')
      await seedCluster(cluster.url, inject('seededFolder'))
    }
    product = await OwnProduct.make(cluster)
  })
  afterAll(async () => {
    await product?.remove()
    await cluster?.remove()
  })

  it(`loses nothing and doubles nothing in ${kills} kills (seed ${seed})`, async () => {
    const chance = chanceOf(seed)
    const load = new FaultLoad(product)
    await product.start()
    await load.prepare()
    for (let kill = 0; kill < kills; kill += 1) {
      const gone = pause(300 + chance() * 3_000).then(() => product.kill())
      await load.run(gone)
      await gone
      await product.start()
      await expectStored(product, load)
    }
    await forgetDeadClaims(product)
    await load.settle()
    await expectStored(product, load)
    await expectRouted(product, load)
    await expectImported(product, load)
    const letters = await expectLetters(product)
    expect(load.unexpected).toEqual([])
    expect(load.inquiries.length).toBeGreaterThan(1)
    console.log(
      `${kind}: ${kills} kills with seed ${seed}; ${load.inquiries.length} inquiries, ${load.edit.acknowledged} edits, ` +
        `${load.imports.length} imports, ${load.reconfirmations} reconfirmations, ${letters.sent} letters, ` +
        `${letters.again} of them sent again under the same Message-ID`,
    )
  })
})

/** What was acknowledged is there, once. */
async function expectStored(product: OwnProduct, load: FaultLoad): Promise<void> {
  const references = load.inquiries.flatMap(({ reference }) => reference ?? [])
  const rows = await product.ask<{ key: string; number: string | null; email: string }>(
    `SELECT "submissionKey" AS key, number, email FROM "Inquiry" WHERE email LIKE 'fault-%'`,
  )
  expect(rows.map(({ key }) => key)).toEqual(expect.arrayContaining(references))
  expect(new Set(rows.map(({ email }) => email)).size).toBe(rows.length)
  for (const { number, fields } of load.inquiries) {
    if (number !== null) expect(rows.find(({ email }) => email === fields.email)?.number).toBe(number)
  }
  const { draft, saved, tried } = load.edit
  const [version] = await product.ask<{ name: string }>(
    `SELECT v.dossier #>> '{identity,name,ru}' AS name FROM "SiteVersion" v JOIN "Site" s ON s.id = v."siteId" WHERE s.number = $1`,
    [draft],
  )
  if (saved !== '') expect([saved, ...tried]).toContain(version?.name)
  const [site] = await product.ask<{ at: Date }>(`SELECT "confirmedAt" AS at FROM "Site" WHERE number = 'BLQ-0042'`)
  if (load.confirmedAfter !== null) expect(site?.at.getTime()).toBeGreaterThanOrEqual(load.confirmedAfter.getTime())
}

/** Every confirmed inquiry lies with one body, once, with the events of its arrival. */
async function expectRouted(product: OwnProduct, load: FaultLoad): Promise<void> {
  const rows = await product.ask<{ number: string; parts: number; arrivals: number }>(
    `SELECT i.number, count(DISTINCT p.id)::int AS parts, count(e.id)::int AS arrivals FROM "Inquiry" i
     LEFT JOIN "InquiryPart" p ON p."inquiryId" = i.id LEFT JOIN "InquiryEvent" e ON e."partId" = p.id AND e.type = 'registered'
     WHERE i.email LIKE 'fault-%' GROUP BY i.number`,
  )
  expect(rows.length).toBe(load.inquiries.length)
  expect(rows.filter(({ number, parts, arrivals }) => number === null || parts !== 1 || arrivals !== 1)).toEqual([])
}

async function expectImported(product: OwnProduct, load: FaultLoad): Promise<void> {
  for (const { name, id } of load.imports) {
    await until(async () => (await load.stateOf(id ?? '')) === 'done', 240_000)
    const rows = await product.ask(`SELECT 1 FROM "SiteVersion" WHERE dossier #>> '{identity,name,ru}' = $1`, [name])
    expect(rows, name).toHaveLength(1)
  }
}

/**
 * Every letter of the outbox arrived. One whose process died between the server's yes and the mark arrives again, under
 * the same Message-ID; nothing else arrives twice.
 */
async function expectLetters(product: OwnProduct): Promise<{ sent: number; again: number }> {
  const open = `SELECT id FROM "OutboxMessage" WHERE status = 'queued'`
  await until(async () => (await product.ask(open)).length === 0, 180_000)
  const rows = await product.ask<{ id: string; status: string; attempts: number }>(
    `SELECT id, status::text, attempts FROM "OutboxMessage" WHERE "toAddress" LIKE 'fault-%'`,
  )
  const arrivals = new Map<string, number>()
  for (const { mail } of product.inbox.received) {
    const id = /^<([^@]+)@/.exec(mail.messageId ?? '')?.[1] ?? ''
    arrivals.set(id, (arrivals.get(id) ?? 0) + 1)
  }
  expect(rows.filter(({ id, status }) => status !== 'sent' || !arrivals.has(id))).toEqual([])
  // A second arrival needs a second attempt, which only a claim of a dead process allows.
  expect(rows.filter(({ id, attempts }) => (arrivals.get(id) ?? 0) > attempts)).toEqual([])
  return { sent: rows.length, again: rows.filter(({ id }) => (arrivals.get(id) ?? 0) > 1).length }
}

/** Ten minutes pass: what a dead process had taken is anybody's again. */
async function forgetDeadClaims(product: OwnProduct): Promise<void> {
  const early = `- interval '11 minutes'`
  await product.ask(
    `UPDATE "OutboxMessage" SET "claimedAt" = "claimedAt" ${early}, "createdAt" = "createdAt" ${early} WHERE status = 'queued'`,
  )
  await product.ask(
    `UPDATE "ImportBatch" SET "updatedAt" = "updatedAt" ${early} WHERE state IN ('queued', 'reading', 'confirmed')`,
  )
}
