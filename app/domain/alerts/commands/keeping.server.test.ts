import { visitor } from '#app/domain/accounts/model'
import { askToConfirm } from '#app/domain/alerts/commands/ask-to-confirm.server'
import { confirmAddress, readPendingOrder } from '#app/domain/alerts/commands/confirm-address.server'
import { adoptFavourites, changeFavourite } from '#app/domain/alerts/commands/favourites.server'
import { changeRhythm, removeWatch, saveWatch } from '#app/domain/alerts/commands/watches.server'
import { limits, type Keeper } from '#app/domain/alerts/model'
import { listKeptNumbers, listWatches, readOwnAddress, showKeptSites } from '#app/domain/alerts/queries.server'
import { hourlyLimits } from '#app/domain/alerts/rules'
import { keeperOf, subscriberCookie } from '#app/domain/alerts/subscribers.server'
import { addKeeper, after, noon, publishWithPower } from '#tests/builders/alert-world'
import { addReference, addSite, thrownStatus } from '#tests/builders/inquiry-world'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'

const { db } = await testDatabase()
await addReference(db)
await publishWithPower(db, 'BLQ-0001', 500, noon)
await publishWithPower(db, 'BLQ-0002', 100, noon)
await addSite(db, 'BLQ-0003', 'balkhash', 'occupied')
await addSite(db, 'BLQ-0004', 'balkhash', 'draft')

const nobody: Keeper = { actor: visitor, provenId: null }
const wish = { query: 'town=balkhash&power_min=400', title: 'От 400 кВт', rhythm: 'daily' as const }
const orderFor = (email: string) => ({ email, locale: 'ru' as const, wish, ask: null, kept: ['BLQ-0001', 'BLQ-0004'] })
const lettersTo = (toAddress: string) => db.outboxMessage.findMany({ where: { toAddress } })

async function tokenFor(email: string): Promise<string> {
  await askToConfirm(visitor, orderFor(email), randomUUID(), noon)
  const [letter] = await lettersTo(email)
  return /token=([\w.-]+)/.exec(letter?.text ?? '')?.[1] ?? ''
}

async function confirmed(email: string): Promise<Keeper> {
  const verdict = await confirmAddress(visitor, await tokenFor(email), noon)
  if (!verdict.ok) throw new Error(verdict.code)
  const cookie = subscriberCookie(verdict.value.subscriberId).split(';')[0] ?? ''
  return keeperOf(visitor, new Request('http://alan.kz', { headers: { cookie } }))
}

describe('an address without an account', () => {
  it('is nothing to the product before the button behind its link is pressed', async () => {
    const token = await tokenFor('a@test.kz')
    expect(readPendingOrder(visitor, token, after(60))?.order).toMatchObject(orderFor('a@test.kz'))
    expect(await db.subscriber.count({ where: { email: 'a@test.kz' } })).toBe(0)
  })

  it('keeps what the link carries once it is confirmed, and pressed again it is one search', async () => {
    const token = await tokenFor('b@test.kz')
    const verdicts = await Promise.all([1, 2, 3].map(() => confirmAddress(visitor, token, noon)))
    expect(new Set(verdicts.map((verdict) => JSON.stringify(verdict))).size).toBe(1)
    const keeper = await confirmed('b@test.kz')
    expect(await readOwnAddress(keeper)).toBe('b@test.kz')
    expect(await listKeptNumbers(keeper)).toEqual(['BLQ-0001'])
    expect((await listWatches(keeper)).map(({ title, rhythm }) => [title, rhythm])).toEqual([['От 400 кВт', 'daily']])
    expect(await db.watchedSite.findMany({ select: { state: true, site: { select: { number: true } } } })).toEqual([
      { state: 'seen', site: { number: 'BLQ-0001' } },
    ])
  })

  it('is not confirmed by an old link or one that somebody changed', async () => {
    const token = await tokenFor('c@test.kz')
    expect(await confirmAddress(visitor, token, after(48 * 60))).toEqual({ ok: false, code: 'expired' })
    const [body = '', signature = ''] = token.split('.')
    const forged = Buffer.from(JSON.stringify({ ...orderFor('victim@test.kz'), until: 9e15 })).toString('base64url')
    for (const wrong of ['', 'x', `${forged}.${signature}`, `${body}.${signature}x`]) {
      expect(await thrownStatus(confirmAddress(visitor, wrong, noon))).toBe(404)
    }
    expect(await db.subscriber.count({ where: { email: { in: ['c@test.kz', 'victim@test.kz'] } } })).toBe(0)
  })

  it('gets one letter for one form and no flood of them, and nobody learns whether it is known', async () => {
    await confirmed('known@test.kz')
    const ask = (email: string, address: string, title: string) =>
      askToConfirm(visitor, { ...orderFor(email), wish: { ...wish, title } }, address, after(200))
    expect(await ask('known@test.kz', 'one', 'A')).toEqual(await ask('new@test.kz', 'one', 'A'))
    expect(await ask('new@test.kz', 'one', 'A')).toEqual({ ok: true, value: null })
    expect(await lettersTo('new@test.kz')).toHaveLength(1)
    expect(await ask('new@test.kz', 'two', 'B')).toEqual({ ok: true, value: null })
    expect(await ask('new@test.kz', 'two', 'C')).toEqual({ ok: false, code: 'too_many' })
    for (let index = 0; index < hourlyLimits.client; index++) await ask(`${index}@test.kz`, 'crowd', 'A')
    expect(await ask('last@test.kz', 'crowd', 'A')).toEqual({ ok: false, code: 'too_many' })
  })

  it('is known by a cookie that nobody else can write, unless a person is signed in', async () => {
    const keeper = await confirmed('d@test.kz')
    const person = await addKeeper(db)
    const cookie = subscriberCookie(keeper.provenId).split(';')[0] ?? ''
    const ask = (actor: Keeper['actor'], header: string) =>
      keeperOf(actor, new Request('http://alan.kz', { headers: { cookie: header } })).provenId
    expect(ask(visitor, cookie)).toBe(keeper.provenId)
    expect(ask(person.actor, cookie)).toBeNull()
    expect(ask(visitor, `${cookie}x`)).toBeNull()
    expect(ask(visitor, `alan_subscriber=${keeper.provenId}`)).toBeNull()
    expect(subscriberCookie(keeper.provenId)).toContain('HttpOnly; SameSite=Lax')
  })

  it('becomes the list of the person who signs in with the same address', async () => {
    await confirmed('e@test.kz')
    const person = await addKeeper(db, 'e@test.kz')
    expect(await listKeptNumbers(person)).toEqual(['BLQ-0001'])
    await changeFavourite(person, [], { number: 'BLQ-0002', isKept: true }, noon)
    expect(await listKeptNumbers(person)).toEqual(expect.arrayContaining(['BLQ-0001', 'BLQ-0002']))
    expect(await db.subscriber.count({ where: { email: 'e@test.kz' } })).toBe(1)
  })
})

describe('favourites', () => {
  const keep = (keeper: Keeper, number: string, cookie: string[] = []) =>
    changeFavourite(keeper, cookie, { number, isKept: true }, noon)

  it('hold public sites only, once, also those that ended, and let go again', async () => {
    const person = await addKeeper(db)
    await Promise.all([keep(person, 'BLQ-0001'), keep(person, 'BLQ-0001'), keep(person, 'BLQ-0003')])
    expect(await keep(person, 'BLQ-0004')).toEqual({ ok: false, code: 'unknown_site' })
    expect(await keep(person, 'XXX-9999')).toEqual({ ok: false, code: 'unknown_site' })
    const sites = await showKeptSites(person.actor, await listKeptNumbers(person), 'ru', noon)
    expect(sites.map(({ number, card }) => [number, card?.name.text ?? null]).sort()).toEqual([
      ['BLQ-0001', 'Цех BLQ-0001'],
      ['BLQ-0003', null],
    ])
    await changeFavourite(person, [], { number: 'BLQ-0001', isKept: false }, noon)
    expect(await listKeptNumbers(person)).toEqual(['BLQ-0003'])
  })

  it('live in the cookie of a browser, with an end, and move to whoever signs in', async () => {
    const verdict = await keep(nobody, 'BLQ-0001', ['BLQ-0002'])
    expect(verdict).toMatchObject({ ok: true, value: { numbers: ['BLQ-0001', 'BLQ-0002'] } })
    const full = Array.from({ length: limits.cookieSites }, (_, index) => `BLQ-${1000 + index}`)
    expect(await keep(nobody, 'BLQ-0001', full)).toEqual({ ok: false, code: 'too_many' })
    const person = await addKeeper(db)
    await adoptFavourites(person, ['BLQ-0002', 'BLQ-0001', 'BLQ-0004'], noon)
    expect(await listKeptNumbers(person)).toEqual(['BLQ-0002', 'BLQ-0001'])
  })
})

describe('saved searches', () => {
  it('are one for one question, however it was written, and take the new name', async () => {
    const person = await addKeeper(db)
    await saveWatch(person, wish, noon)
    await saveWatch(person, { ...wish, query: 'power_min=400&page=3&town=balkhash&size=50', title: 'B' }, noon)
    expect((await listWatches(person)).map(({ query, title }) => [query, title])).toEqual([
      ['town=balkhash&power_min=400', 'B'],
    ])
  })

  it('are changed and removed by their owner only, and not saved for nobody', async () => {
    const [owner, other] = [await addKeeper(db), await addKeeper(db)]
    await saveWatch(owner, wish, noon)
    const id = (await listWatches(owner))[0]?.id ?? ''
    for (const keeper of [other, nobody]) {
      expect(await thrownStatus(changeRhythm(keeper, id, 'none', noon))).toBe(404)
      expect(await thrownStatus(removeWatch(keeper, id))).toBe(404)
    }
    expect(await saveWatch(nobody, wish, noon)).toEqual({ ok: false, code: 'nobody' })
    expect(await removeWatch(owner, id)).toEqual(wish)
    expect(await listWatches(owner)).toEqual([])
  })

  it('have an end', async () => {
    const person = await addKeeper(db)
    for (let kw = 1; kw <= limits.watches; kw++) {
      expect(await saveWatch(person, { ...wish, query: `power_min=${kw}` }, noon)).toEqual({ ok: true, value: null })
    }
    expect(await saveWatch(person, { ...wish, query: 'power_min=999' }, noon)).toEqual({ ok: false, code: 'too_many' })
    expect(await saveWatch(person, { ...wish, query: 'power_min=1' }, noon)).toEqual({ ok: true, value: null })
  })
})
