import { readPdf } from '#tests/setup/read-pdf'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { PdfPaper } from './model'
import { createPdfMaker, type PdfMaker, type PdfMakerLimits } from './pdf-maker.server'
import { openShelf } from './pdf-shelf.server'

const paper: PdfPaper = {
  content: [{ text: 'ӘҒҚҢӨҰҮҺІ әғқңөұүһі 1 250 ₸ м² м³ № Ё' }, { text: 'Қалың', bold: true }],
  header: '',
  footer: { text: 'бет {page} / {pages}' },
  images: {},
  ...{ title: 'Алаң', subject: 'Паспорт', author: 'Алаң', language: 'kk-KZ', margins: [40, 40, 40, 40] },
  isCompressed: false,
}
const writing = (changes: Partial<PdfPaper> = {}) => Promise.resolve({ ...paper, ...changes })

const makers: PdfMaker[] = []
function maker(limits: Partial<PdfMakerLimits> = {}): PdfMaker {
  const made = createPdfMaker({ threads: 1, waiting: 1, timeMs: 20_000, idleMs: 20_000, ...limits })
  makers.push(made)
  return made
}
afterEach(async () => {
  await Promise.all(makers.splice(0).map((made) => made.stop()))
})

describe('the maker of papers', () => {
  it('writes every letter of Kazakh so that it can be read again, with title, language and page numbers', async () => {
    const answer = await maker().make(() => writing())
    const { text, pages, raw } = readPdf(answer.ok ? answer.bytes : new Uint8Array())
    expect(text).toContain('ӘҒҚҢӨҰҮҺІ әғқңөұүһі 1 250 ₸ м² м³ № Ё')
    expect(text).toContain('Қалың')
    expect(text).toContain('бет 1 / 1')
    expect(pages).toBe(1)
    expect(raw).toContain('/Lang (kk-KZ)')
    expect(raw).toContain(Buffer.from('Алаң', 'utf16le').swap16().toString('latin1'))
    expect(raw).not.toMatch(/\/(JavaScript|EmbeddedFile|Launch)/)
  })

  it.each(['http://127.0.0.1:9/x.jpg', '/etc/hostname'])('reads nothing that a paper names: %s', async (place) => {
    const made = maker()
    await expect(made.make(() => writing({ content: [{ image: 'a' }], images: { a: place } }))).rejects.toThrow(
      'denied',
    )
    expect(await made.make(() => writing())).toMatchObject({ ok: true })
  })

  it('refuses who comes when its queue is full, and serves the others', async () => {
    const made = maker()
    const answers = await Promise.all([1, 2, 3].map(() => made.make(() => writing())))
    expect(answers.map((answer) => (answer.ok ? 'made' : answer.code))).toEqual(['made', 'made', 'busy'])
  })

  it('gives up on a paper that takes too long and makes the next one', async () => {
    const made = maker({ timeMs: 5_000 })
    const never = made.make(() => new Promise(() => {}))
    expect(await never).toEqual({ ok: false, code: 'too_slow' })
    expect(await made.make(() => writing())).toMatchObject({ ok: true })
  })

  it('goes on when a paper could not even be written', async () => {
    const made = maker()
    await expect(made.make(() => Promise.reject(new Error('no photograph')))).rejects.toThrow('no photograph')
    expect(await made.make(() => writing())).toMatchObject({ ok: true })
  })
})

describe('the shelf', () => {
  const key = (letter: string) => letter.repeat(64)

  it('keeps papers, and lets the oldest go when there is no room', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alan-shelf-'))
    try {
      const shelf = openShelf(folder, 25)
      expect(await shelf.get(key('a'))).toBeNull()
      for (const letter of ['a', 'b', 'c']) {
        await shelf.put(key(letter), Buffer.from(`paper ${letter}...`))
      }
      expect((await shelf.get(key('c')))?.toString()).toBe('paper c...')
      expect(await readdir(folder)).toHaveLength(2)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('takes no key that could be a path', async () => {
    await expect(openShelf(tmpdir(), 1).get('../../etc/passwd')).rejects.toThrow('Not the key')
  })
})
