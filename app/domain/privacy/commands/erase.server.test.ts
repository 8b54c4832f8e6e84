import { visitor, type Person } from '#app/domain/accounts/model'
import { makeAccount } from '#app/domain/accounts/commands/make-account.server'
import { signIn } from '#app/domain/accounts/commands/sign-in.server'
import { consentVersion } from '#app/domain/accounts/consents'
import { saveWatch } from '#app/domain/alerts/commands/watches.server'
import { changeFavourite } from '#app/domain/alerts/commands/favourites.server'
import { acceptPart } from '#app/domain/inquiries/commands/accept-part.server'
import { answerPart } from '#app/domain/inquiries/commands/answer-part.server'
import { reopenPart } from '#app/domain/inquiries/commands/end-part.server'
import { writeAsInvestor } from '#app/domain/inquiries/commands/investor-change.server'
import { keepInquiry } from '#app/domain/inquiries/commands/keep-inquiry.server'
import { openOwnCase } from '#app/domain/inquiries/queries/own-case.server'
import { readBodyCase } from '#app/domain/inquiries/queries/body-case.server'
import { saveBrief } from '#app/domain/matching/commands/save-brief.server'
import { emptyBrief } from '#app/domain/matching/schema'
import { seal } from '#app/domain/ledger/seal.server'
import { verifyLedger } from '#app/domain/ledger/verify.server'
import { askToChangeEmail, changeEmail } from '#app/domain/notices/commands/change-email.server'
import { askToSignUp } from '#app/domain/notices/commands/ask-to-sign-up.server'
import { bounceJob } from '#app/domain/notices/outbox.server'
import { eraseByKey, eraseOnRequest, eraseOwnAccount } from '#app/domain/privacy/commands/erase.server'
import { readBeforeErasing } from '#app/domain/privacy/queries/before-erasing.server'
import { readOwnData } from '#app/domain/privacy/queries/own-data.server'
import { sendJob } from '#app/platform/jobs/jobs.server'
import { storage } from '#app/platform/storage/storage.server'
import { plainPdf, sentFiles } from '#tests/builders/attachments'
import { addOfficial, addReference, addSite, codeOf, registered, thrownStatus } from '#tests/builders/inquiry-world'
import { addPerson, signedIn } from '#tests/builders/people'
import { findText } from '#tests/setup/find-text'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
const password = 'Bes-aspan-2026'
const now = new Date('2026-06-08T05:00:00Z')

let officer: Person
let admin: Person

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
  admin = await signedIn(db, (await addPerson(db, { platformRole: 'admin' })).id)
})

const newMark = () => `zz${randomUUID().replaceAll('-', '').slice(0, 12)}`

/** Words by which the person is found wherever they stand. */
function somebody() {
  const mark = newMark()
  const phone = `+7701${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`
  return { mark, name: `Ерлан ${mark}`, email: `${mark}@betpak.kz`, phone, organization: `ТОО «${mark} "Бетпак"»` }
}
type Somebody = ReturnType<typeof somebody>

/** A case with talk of both sides, where the official writes the name of the person. */
async function liveCase(who: Somebody) {
  const { name, email, phone, organization, mark } = who
  const address = await registered({
    name,
    email,
    phone,
    organization,
    title: `Шерсть ${mark}`,
    text: `Нужен цех, ${mark} кВт.`,
  })
  const ref = { number: address.number, part: 1 }
  const files = await sentFiles({ name: `${mark}.pdf`, bytes: plainPdf(mark) })
  await acceptPart(officer, ref, { form: randomUUID() }, now)
  expect(
    codeOf(await writeAsInvestor(visitor, address, { form: randomUUID(), part: 1, text: `План ${mark}`, files })),
  ).toBeNull()
  const words = { form: randomUUID(), text: `Уважаемый ${name}, позвоним на ${phone}.`, isAnswer: true }
  expect(codeOf(await answerPart(officer, ref, words, now))).toBeNull()
  const attachment = await db.inquiryAttachment.findFirstOrThrow({ where: { fileName: `${mark}.pdf` } })
  const key = `papers/${attachment.sha256.slice(0, 2)}/${attachment.sha256}.pdf`
  return { address, ref, key }
}

async function account({ name, email, mark }: Somebody) {
  const input = { form: randomUUID(), name, email, locale: 'ru' as const }
  expect(codeOf(await askToSignUp(visitor, input, { client: randomUUID(), language: 'kk' }))).toBeNull()
  const letter = await db.outboxMessage.findFirstOrThrow({
    where: { toAddress: email, template: 'sign_up' },
    orderBy: { createdAt: 'desc' },
  })
  const token = /token=([\w-]+)/.exec(letter.text)?.[1] ?? ''
  expect(codeOf(await makeAccount(visitor, token, { password }))).toBeNull()
  const entered = await signIn(visitor, { email, password }, { address: '10.9.8.7', userAgent: `Browser ${mark}` })
  if (!entered.ok) throw new Error(entered.code)
  return entered.value.person
}

/** The same person, with another address. */
async function moveTo(person: Person, email: string): Promise<Person> {
  expect(codeOf(await askToChangeEmail(person, `${newMark()}@asked.kz`, randomUUID()))).toBeNull()
  expect(codeOf(await askToChangeEmail(person, email, randomUUID()))).toBeNull()
  const letter = await db.outboxMessage.findFirstOrThrow({ where: { toAddress: email, template: 'email_change' } })
  const token = /token=([\w-]+)/.exec(letter.text)?.[1] ?? ''
  expect(codeOf(await changeEmail(person, token))).toBeNull()
  return { ...person, email }
}

const everywhere = async ({ mark, phone }: Somebody) => [...(await findText(db, mark)), ...(await findText(db, phone))]

async function expectWhole() {
  while ((await seal(db)) > 0);
  expect(await verifyLedger(db)).toMatchObject({ broken: null, unsealed: 0 })
}

describe('a person who has the account erased', () => {
  it('is found nowhere any more, while the case and the chain stay', async () => {
    const who = somebody()
    const person = await account(who)
    expect(await db.user.findUnique({ where: { id: person.userId } })).toMatchObject({
      consentText: consentVersion,
      consentLocale: 'kk',
    })
    const { address, ref, key } = await liveCase(who)
    await keepInquiry(person, address)
    const other = await registered({ name: 'Серик Ким', email: `${newMark()}@other.kz` })
    await keepInquiry(person, other)
    expect(await readBeforeErasing(person)).toMatchObject({ open: [address.number, other.number], others: 1 })
    const keeper = { actor: person, provenId: null }
    await changeFavourite(keeper, [], { number: 'BLQ-0042', isKept: true })
    await saveWatch(keeper, { query: 'town=balkhash', title: `Поиск ${who.mark}`, rhythm: 'daily' })
    const brief = { ...emptyBrief(), activity: `мойка ${who.mark}` }
    await saveBrief(
      person,
      { ...brief, needs: { sector: { keys: ['manufacturing'], importance: 'must' } } },
      { locale: 'ru', address: '10.0.0.1' },
    )
    await sendJob(db, bounceJob, { id: randomUUID(), about: 'x', toAddress: who.email })
    await db.session.create({
      data: { userId: person.userId, token: randomUUID(), expiresAt: now, userAgent: who.mark },
    })
    const before = await everywhere(who)
    expect(before.length).toBeGreaterThan(20)
    expect(await storage().get(key)).not.toBeNull()

    expect(codeOf(await eraseOwnAccount(person, 'wrong', '10.0.0.1'))).toBe('wrong_password')
    expect(codeOf(await eraseOwnAccount(person, password, '10.0.0.1'))).toBeNull()

    expect(await everywhere(who)).toEqual([])
    expect(await storage().get(key)).toBeNull()
    expect(await db.user.count({ where: { id: person.userId } })).toBe(0)
    expect(await db.erasure.findFirst({ where: { userId: person.userId } })).toMatchObject({
      asked: 'account',
      inquiryIds: [expect.any(String), expect.any(String)],
    })
    const left = await readBodyCase(officer, ref)
    expect(left).toMatchObject({ state: 'withdrawn', actions: [], person: { name: '—', email: '', phone: null } })
    expect(left.history.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['registered', 'accepted', 'message_from_body', 'withdrawn']),
    )
    expect(left.talk.find(({ kind }) => kind === 'body')?.text).toBe('Уважаемый —, позвоним на —.')
    expect(await db.inquiry.findUnique({ where: { number: other.number } })).toMatchObject({
      ownerId: null,
      name: '—',
    })
    const news = await db.notice.findFirstOrThrow({
      where: { userId: officer.userId, event: 'case_withdrawn', about: { contains: ref.number } },
    })
    expect(JSON.stringify(news.facts)).toContain(ref.number)
    await expectWhole()
    expect((await verifyLedger(db)).erased).toBeGreaterThan(10)
    // The address is free again, as if it had never been here.
    expect(await account(who)).toMatchObject({ email: who.email })
  })

  it('is found nowhere by an earlier address either, whatever was sent from it or to it', async () => {
    const who = somebody()
    const person = await account(who)
    const { address } = await liveCase(who)
    await keepInquiry(person, address)
    const second = await registered({ name: who.name, email: who.email, phone: who.phone, again: true })
    const watches = { create: { query: 'town=balkhash' } }
    await db.subscriber.create({ data: { email: who.email, locale: 'ru', createdAt: now, watches } })
    const moved = await moveTo(person, `${newMark()}@new.kz`)
    expect(await readBeforeErasing(moved)).toMatchObject({ open: [address.number, second.number], others: 0 })
    const { data } = await readOwnData(moved)
    expect(data).toMatchObject({
      account: { email: moved.email, emailChanges: [{ oldEmail: who.email }] },
      inquiries: [{ number: address.number }, { number: second.number }],
      searches: [{ query: 'town=balkhash' }],
    })
    const toAddress = { in: [who.email, moved.email] }
    // And the one to the address that was asked for first.
    expect(data.letters).toHaveLength((await db.outboxMessage.count({ where: { toAddress } })) + 1)

    expect(codeOf(await eraseOwnAccount(moved, password, '10.0.0.1'))).toBeNull()
    expect(await everywhere(who)).toEqual([])
    expect(await findText(db, moved.email)).toEqual([])
    for (const one of [address, second]) {
      expect(await thrownStatus(openOwnCase(visitor, one))).toBe(404)
    }
    await expectWhole()
  })

  it('leaves what the next holder of an earlier address did with it', async () => {
    const who = somebody()
    const moved = await moveTo(await account(who), `${newMark()}@new.kz`)
    const later = new Date(Date.now() + 60_000)
    const stranger = { ...somebody(), email: who.email }
    const theirs = await registered({ name: stranger.name, email: who.email }, later)
    expect((await readOwnData(moved)).data.inquiries).toEqual([])
    const holder = await account(stranger)
    expect(codeOf(await eraseOwnAccount(moved, password, '10.0.0.1'))).toBeNull()
    expect(await openOwnCase(visitor, theirs)).toMatchObject({ name: stranger.name, email: who.email })
    expect(await db.user.count({ where: { id: holder.userId } })).toBe(1)
    expect(await db.outboxMessage.count({ where: { toAddress: who.email, text: { contains: theirs.number } } })).toBe(1)
  })

  it('is not an official, whose acts stay with the office', async () => {
    expect(codeOf(await eraseOwnAccount(officer, password, '10.0.0.1'))).toBe('office')
    expect(codeOf(await eraseOwnAccount(admin, password, '10.0.0.1'))).toBe('office')
    expect(codeOf(await eraseOnRequest(admin, { email: officer.email, reason: 'letter of 1 June' }))).toBe('office')
  })
})

describe('a person without an account', () => {
  it('is taken out of the case by its page, with the address as a check; the link opens nothing then', async () => {
    const who = somebody()
    const { address, ref, key } = await liveCase(who)
    expect(codeOf(await eraseByKey(visitor, address, 'other@betpak.kz'))).toBe('other_address')
    expect(await thrownStatus(eraseByKey(visitor, { ...address, key: 'x'.repeat(43) }, who.email))).toBe(404)
    expect(codeOf(await eraseByKey(visitor, address, ` ${who.email.toUpperCase()} `))).toBeNull()
    expect(await everywhere(who)).toEqual([])
    expect(await storage().get(key)).toBeNull()
    expect(await thrownStatus(eraseByKey(visitor, address, who.email))).toBe(404)
    expect(codeOf(await reopenPart(officer, ref, { form: randomUUID(), text: 'Открываем снова, есть новости.' }))).toBe(
      'not_allowed',
    )
    await expectWhole()
  })

  it('leaves the decision to the owner of the account that keeps the case', async () => {
    const who = somebody()
    const { address } = await liveCase(who)
    await keepInquiry(await account(somebody()), address)
    expect(codeOf(await eraseByKey(visitor, address, who.email))).toBe('kept_elsewhere')
  })

  it('is erased by an administrator on request, with the reason; nobody else may', async () => {
    const who = somebody()
    await liveCase(who)
    expect(await thrownStatus(eraseOnRequest(officer, { email: who.email, reason: 'asked by letter' }))).toBe(404)
    expect(codeOf(await eraseOnRequest(admin, { email: who.email, reason: 'asked by letter' }))).toBeNull()
    expect(await everywhere(who)).toEqual([])
    expect(codeOf(await eraseOnRequest(admin, { email: who.email, reason: 'asked by letter' }))).toBe('nobody')
    expect(await db.erasure.findFirst({ where: { askedById: admin.userId } })).toMatchObject({
      asked: 'request',
      reason: 'asked by letter',
    })
    await expectWhole()
  })
})
