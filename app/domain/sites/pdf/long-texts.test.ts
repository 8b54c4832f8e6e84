import { emptyBuilding, emptyCommitment, emptyEncumbrance, emptyStep } from '#app/domain/sites/empty-dossier'
import { textLimits } from '#app/domain/sites/limits'
import type { Dossier } from '#app/domain/sites/model'
import { translator } from '#app/platform/i18n/i18n.server'
import { createPdfMaker } from '#app/platform/pdf/pdf-maker.server'
import { fullDossier } from '#tests/builders/full-dossier'
import { fullSheet } from '#tests/builders/passport-sheet'
import { readPdf } from '#tests/setup/read-pdf'
import { afterAll, expect, it } from 'vitest'
import { writePassport } from './passport-document'

const maker = createPdfMaker({ threads: 1, waiting: 1, timeMs: 20_000, idleMs: 20_000 })
afterAll(() => maker.stop())

const mark = (name: string, place: number) => `${name}${place}.`

/** A text as long as the field takes, in which every hundredth letter begins a mark of its own. */
function longest(name: string, letters: number): string {
  const pieces = Array.from({ length: letters / 100 }, (_, place) => `${mark(name, place)} слово и ещё слово `)
  return pieces.map((piece) => piece.padEnd(99, 'длинное ') + ' ').join('')
}

const marksIn = (name: string, letters: number) =>
  Array.from({ length: letters / 100 }, (_, place) => mark(name, place))
const inAll = (text: string) => ({ kk: text, ru: text, en: text })

const texts = ['описание', 'деятельность', 'разрешения', 'примечание', 'обязательство', 'обременение'] as const
const lines = ['шаг', 'назначение', 'документ', 'крепость', 'программа'] as const

function wordyDossier(): Dossier {
  const dossier = fullDossier()
  const text = (name: (typeof texts)[number]) => inAll(longest(name, textLimits.text))
  const line = (name: (typeof lines)[number]) => longest(name, textLimits.line)
  const said = { source: 'survey' as const, reference: line('крепость'), asOf: null, validUntil: null }
  return {
    ...dossier,
    identity: { ...dossier.identity, description: text('описание') },
    rights: {
      ...dossier.rights,
      steps: [{ ...emptyStep(), paper: inAll(line('шаг')) }],
      encumbrances: [{ ...emptyEncumbrance(), text: text('обременение') }],
    },
    land: { ...dossier.land, designatedUse: inAll(line('назначение')) },
    buildings: [{ ...emptyBuilding(), walls: 'brick', provenance: said }],
    environment: { ...dossier.environment, pastActivity: text('деятельность'), permits: text('разрешения') },
    offeredFor: { ...dossier.offeredFor, note: text('примечание') },
    commitments: [{ ...emptyCommitment('c1'), note: text('обязательство'), programme: line('программа') }],
  }
}

it('no word of the longest texts is lost between the pages', async () => {
  const title = inAll(longest('документ', textLimits.line))
  const papers = [{ fileId: 'b1', kind: 'other', title, access: 'public', format: 'PDF', bytes: 48_000 } as const]
  const paper = writePassport(fullSheet('ru', { dossier: wordyDossier(), papers: [...papers] }), translator('ru'), {})
  const answer = await maker.make(() => Promise.resolve({ ...paper, isCompressed: false }))
  const { text } = readPdf(answer.ok ? answer.bytes : new Uint8Array())
  const wanted = [
    ...texts.flatMap((name) => marksIn(name, textLimits.text)),
    ...lines.flatMap((name) => marksIn(name, textLimits.line)),
  ]
  expect(wanted.filter((word) => !text.includes(word))).toEqual([])
})
