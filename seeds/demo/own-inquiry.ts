import { BriefSchema } from '#app/domain/matching/schema'
import type { PdfPaper } from '#app/platform/pdf/model'
import { createPdfMaker } from '#app/platform/pdf/pdf-maker.server'
import { storePaper, type StoredPaper } from '#app/platform/storage/papers.server'
import { stableId } from '#seeds/builders/stable-id'
import { personIdOf } from './demo-people'
import type { DemoPart } from './demo-part'
import { ownStory } from './own-story'

const storyKey = ownStory.key

/** The invented paper that the investor of the demo sends: it says on its page that it is one. */
const scheme: PdfPaper = {
  header: {
    text: 'ДЕМОНСТРАЦИОННЫЙ ДОКУМЕНТ, НЕ ИМЕЕТ СИЛЫ',
    ...{ color: '#a3271f', fontSize: 8, margin: [42, 22, 42, 0] },
  },
  footer: { text: '{page} / {pages}', fontSize: 8, margin: [42, 8, 42, 0] },
  content: [
    { text: 'Схема размещения оборудования', fontSize: 17, margin: [0, 0, 0, 12] },
    {
      layout: 'rows',
      table: {
        widths: [300, '*'],
        body: [
          ['Печь индукционная, 2 шт.', '700 кВт, 12 × 18 м'],
          ['Пресс листогибочный', '160 кВт, 6 × 9 м'],
          ['Кран мостовой', '10 т, пролёт 24 м'],
          ['Склад металла', '400 м²'],
        ],
      },
    },
  ],
  images: {},
  title: 'Схема размещения оборудования',
  subject: '',
  author: 'Alań demo',
  language: 'ru',
  margins: [42, 52, 42, 42],
  isCompressed: true,
}

/** Puts the inquiry of the demo's investor into their account, with the brief it came from and a paper they sent. */
export const ownInquiryPart: DemoPart<StoredPaper> = {
  key: 'demo-own-inquiry',
  async prepare({ storage }) {
    const maker = createPdfMaker({ threads: 1, waiting: 1, timeMs: 60_000, idleMs: 1000 })
    try {
      const answer = await maker.make(() => Promise.resolve(scheme))
      if (!answer.ok) throw new Error(`The scheme was not made: ${answer.code}`)
      const verdict = await storePaper(answer.bytes, storage)
      if (!verdict.ok) throw new Error(`The scheme was refused: ${verdict.code}`)
      return verdict.value
    } finally {
      await maker.stop()
    }
  },
  async write(tx, { sha256, contentType, bytes }) {
    const id = stableId(`inquiry:${storyKey}`)
    const brief = await tx.brief.findUnique({ where: { id: stableId('brief:workshop') } })
    const { count } = await tx.inquiry.updateMany({
      where: { id },
      data: {
        ownerId: personIdOf('investor@company.demo'),
        briefCriteria: brief === null ? undefined : BriefSchema.parse(brief.body),
      },
    })
    const message = await tx.inquiryMessage.findFirst({ where: { kind: 'investor', part: { inquiryId: id } } })
    // A demo that was loaded before this story was told has neither.
    if (count === 0 || message === null) return
    await tx.inquiryAttachment.create({
      data: {
        ...{ id: stableId(`attachment:${storyKey}`), partId: message.partId, messageId: message.id, access: 'parties' },
        ...{ fileName: 'Схема размещения.pdf', contentType, bytes, sha256, createdAt: message.createdAt },
      },
    })
  },
}
