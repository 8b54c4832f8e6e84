import type { PdfAnswer } from '#app/platform/pdf/model'
import { fullSheet } from '#tests/builders/passport-sheet'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makePassport, openDesk, slowMs } from './make-passport.server'

const folder = await mkdtemp(join(tmpdir(), 'alan-passports-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A desk whose maker gives these answers one after another. */
function deskWith(...answers: PdfAnswer[]) {
  const asked: PdfAnswer[] = []
  const maker = {
    make: () => {
      const answer = answers[asked.length] ?? { ok: false, code: 'busy' as const }
      asked.push(answer)
      return Promise.resolve(answer)
    },
  }
  return { desk: openDesk(folder, maker), asked }
}

const made = { ok: true, bytes: Buffer.from('%PDF') } as const

it('does not try again for ten minutes what took too long, and then does', async () => {
  const { desk, asked } = deskWith({ ok: false, code: 'too_slow' }, made)
  const sheet = fullSheet('ru')
  expect(await makePassport(sheet, desk, 0)).toMatchObject({ ok: false, code: 'too_slow' })
  expect(await makePassport(sheet, desk, slowMs - 1)).toMatchObject({ ok: false, code: 'too_slow' })
  expect(asked).toHaveLength(1)
  expect(await makePassport(fullSheet('ru', { freshness: 'due' }), desk, 1)).toMatchObject({ ok: true })
  expect(await makePassport(sheet, desk, slowMs)).toMatchObject({ ok: false, code: 'busy' })
  expect(asked).toHaveLength(3)
})

it('tries again at once when there was only a queue, and keeps what was made', async () => {
  const { desk, asked } = deskWith({ ok: false, code: 'busy' }, made)
  const sheet = fullSheet('kk')
  expect(await makePassport(sheet, desk)).toMatchObject({ ok: false, code: 'busy' })
  expect(await makePassport(sheet, desk)).toMatchObject({ ok: true })
  expect(await makePassport(sheet, desk)).toMatchObject({ ok: true })
  expect(asked).toHaveLength(2)
})
