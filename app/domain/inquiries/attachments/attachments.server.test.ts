import { visitor, type Actor, type Person } from '#app/domain/accounts/model'
import { readMessageForm } from '#app/domain/inquiries/attachments/read-message-form.server'
import { answerWithFiles, noteWithFiles } from '#app/domain/inquiries/commands/answer-with-files.server'
import { withdrawInquiry, writeAsInvestor } from '#app/domain/inquiries/commands/investor-change.server'
import { readBodyCase } from '#app/domain/inquiries/queries/body-case.server'
import { readInvestorCase } from '#app/domain/inquiries/queries/investor-case.server'
import { openAttachment } from '#app/domain/inquiries/queries/open-attachment.server'
import { storage } from '#app/platform/storage/storage.server'
import { formRequest, plainPdf, sentFiles, type NamedFile } from '#tests/builders/attachments'
import {
  addOfficial,
  addReference,
  addSite,
  codeOf,
  monday,
  registered,
  thrownStatus,
} from '#tests/builders/inquiry-world'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

let officer: Person
let other: Person

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
  other = await addOfficial(db, 'spk-tobol', 'spk_officer')
})

const pdf = (name = 'план.pdf', mark = name): NamedFile => ({ name, bytes: plainPdf(mark) })
const png = () =>
  sharp({ create: { width: 300, height: 300, channels: 3, background: '#0f5c7a' } })
    .png()
    .toBuffer()

async function write(address: { number: string; key: string }, files: NamedFile[], form = randomUUID()) {
  const input = { form, part: 1, text: 'Прилагаю план.', files: await sentFiles(...files) }
  return writeAsInvestor(visitor, address, input, monday)
}

const openAs = async (actor: Actor, id: string, key: string | null = null) =>
  (await openAttachment(actor, { id, key }))?.fileName ?? null

describe('readMessageForm', () => {
  it.each<[string, NamedFile, string]>([
    ['an office document', { name: 'plan.docx', bytes: 'PK\u0003\u0004' + 'x'.repeat(100) }, 'paper_archive'],
    ['a page', { name: 'plan.html', bytes: '<html><script>alert(1)</script></html>' }, 'paper_type'],
    ['a page that calls itself a PDF', { name: 'plan.pdf', bytes: '<html><script>alert(1)</script>' }, 'paper_type'],
    ['a drawing with scripts', { name: 'plan.svg', bytes: '<svg xmlns="http://www.w3.org/2000/svg"/>' }, 'paper_type'],
    ['a program', { name: 'plan.pdf', bytes: 'MZ' + '\u0000'.repeat(200) }, 'paper_program'],
    ['a PDF under another name', { name: 'plan.exe', bytes: plainPdf() }, 'name_lies'],
    ['a PDF as a page', { name: 'plan.html', bytes: plainPdf(), type: 'text/html' }, 'name_lies'],
    ['a name that reads backwards', { name: 'plan\u202Efdp.exe', bytes: plainPdf() }, 'name_lies'],
    ['nothing', { name: 'plan.pdf', bytes: '' }, 'paper_type'],
    ['too much', { name: 'plan.pdf', bytes: '%PDF-1.4\n' + 'x'.repeat(10_000_001) }, 'paper_too_large'],
  ])('takes no %s', async (_, file, code) => {
    const sent = await readMessageForm(formRequest({ text: 'Прилагаю.' }, [pdf(), file]))
    expect(sent.refused?.code).toBe(code)
    expect(sent.files).toEqual([])
    expect(sent.form.get('text')).toBe('Прилагаю.')
  })

  it('takes five files, and the same one once', async () => {
    const files = Array.from({ length: 5 }, (_, index) => pdf(`${index}.pdf`))
    expect((await readMessageForm(formRequest({}, files))).files).toHaveLength(5)
    expect((await readMessageForm(formRequest({}, [...files, pdf('6.pdf')]))).refused?.code).toBe('too_many')
    expect((await readMessageForm(formRequest({}, [pdf('a.pdf', 'x'), pdf('b.pdf', 'x')]))).files).toHaveLength(1)
  })

  it('gives a file a name without folders, tricks and line breaks, and the ending of its content', async () => {
    const names = async (name: string, bytes: Uint8Array) => (await sentFiles({ name, bytes }))[0]?.fileName
    expect(await names('../../etc/plan.PDF', plainPdf())).toBe('plan.pdf')
    expect(await names('plan\u202E', plainPdf())).toBe('plan.pdf')
    expect(await names('photo', await png())).toBe('photo.png')
  })

  it('refuses a body that no browser sends as a bad request', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const request = new Request('http://localhost/', { method: 'POST', headers, body: '--b\r\nbroken' })
    expect(await thrownStatus(readMessageForm(request))).toBe(400)
  })
})

describe('a message with files', () => {
  it('is seen by both sides, and by nobody else', async () => {
    const address = await registered()
    expect(codeOf(await write(address, [pdf()]))).toBeNull()
    const [file] = (await readInvestorCase(visitor, address)).parts[0]?.talk[0]?.files ?? []
    expect(file).toMatchObject({ fileName: 'план.pdf', access: 'parties' })
    const id = file?.id ?? ''
    expect((await readBodyCase(officer, { number: address.number, part: 1 })).talk[0]?.files).toEqual([file])
    expect(await openAs(visitor, id, address.key)).toBe('план.pdf')
    expect(await openAs(officer, id)).toBe('план.pdf')
    expect(await openAs(visitor, id)).toBeNull()
    expect(await openAs(visitor, id, (await registered()).key)).toBeNull()
    expect(await openAs(other, id)).toBeNull()
    expect(await openAs(visitor, randomUUID(), address.key)).toBeNull()
    expect(await openAs(visitor, "' OR 1=1", address.key)).toBeNull()
  })

  it('is one message with its files once, however often and fast it is sent', async () => {
    const address = await registered()
    const form = randomUUID()
    const files = await sentFiles(pdf('a.pdf'), pdf('b.pdf'))
    const send = () => writeAsInvestor(visitor, address, { form, part: 1, text: 'Прилагаю.', files }, monday)
    await Promise.all([send(), send(), send()])
    expect(await db.inquiryAttachment.count({ where: { part: { inquiry: { number: address.number } } } })).toBe(2)
  })

  it('stores nothing for a wrong key or a part that has ended', async () => {
    const address = await registered()
    const files = await sentFiles(pdf('tail.pdf', randomUUID()))
    const input = { form: randomUUID(), part: 1, text: 'Прилагаю.', files }
    const wrong = { ...address, key: `${address.key.slice(0, -2)}zz` }
    expect(await thrownStatus(writeAsInvestor(visitor, wrong, input, monday))).toBe(404)
    expect(await thrownStatus(writeAsInvestor(visitor, { ...address, key: null }, input, monday))).toBe(404)
    expect(await thrownStatus(writeAsInvestor(visitor, address, { ...input, part: 2 }, monday))).toBe(404)
    await withdrawInquiry(visitor, address, { form: randomUUID() }, monday)
    expect(codeOf(await writeAsInvestor(visitor, address, input, monday))).toBe('not_allowed')
    const sha256 = files[0]?.sha256 ?? ''
    expect(await storage().get(`papers/${sha256.slice(0, 2)}/${sha256}.pdf`)).toBeNull()
    expect(await db.inquiryAttachment.count({ where: { sha256 } })).toBe(0)
  })

  it('is not taken from a body that does not have the case', async () => {
    const { number } = await registered()
    const files = await sentFiles(pdf())
    const input = { form: randomUUID(), text: 'Ответ.', files, isAnswer: false }
    expect(await thrownStatus(answerWithFiles(other, { number, part: 1 }, input))).toBe(404)
    expect(await thrownStatus(answerWithFiles(visitor, { number, part: 1 }, input))).toBe(404)
  })

  it('stays inside the body with a note, and is the investor’s with an answer', async () => {
    const address = await registered()
    const ref = { number: address.number, part: 1 }
    const note = { form: randomUUID(), text: 'Только для нас.', files: await sentFiles(pdf('inside.pdf')) }
    expect(codeOf(await noteWithFiles(officer, ref, note))).toBeNull()
    const answer = {
      form: randomUUID(),
      text: 'Вот условия.',
      isAnswer: false,
      files: await sentFiles(pdf('terms.pdf')),
    }
    expect(codeOf(await answerWithFiles(officer, ref, answer))).toBeNull()
    const ids = Object.fromEntries(
      (await readBodyCase(officer, ref)).talk.flatMap(({ files }) => files.map(({ fileName, id }) => [fileName, id])),
    )
    const shown = (await readInvestorCase(visitor, address)).parts.flatMap(({ talk }) =>
      talk.flatMap(({ files }) => files),
    )
    expect(shown.map(({ fileName }) => fileName)).toEqual(['terms.pdf'])
    expect(await openAs(visitor, ids['terms.pdf'] ?? '', address.key)).toBe('terms.pdf')
    expect(await openAs(visitor, ids['inside.pdf'] ?? '', address.key)).toBeNull()
    expect(await openAs(officer, ids['inside.pdf'] ?? '')).toBe('inside.pdf')
  })
})
