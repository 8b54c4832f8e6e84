import { appendEvent, lockPart } from '#app/domain/inquiries/commands/event-log.server'
import { addDays, localDateOf, utcMidnightOf } from '#app/domain/kernel/local-date'
import { addWorkingDays } from '#app/domain/kernel/working-calendar'
import type { Tx } from '#app/platform/db/client.server'
import { slugOf } from '#seeds/reference/write-organizations'
import { stableId } from '#seeds/builders/stable-id'
import { personIdOf } from './demo-people'
import type { DemoPart } from './demo-part'
import { readContext } from './inquiries'

const officer = personIdOf('officer@saryarka.demo')
const head = personIdOf('head@saryarka.demo')

/** What the officer of SPK Saryarka asks the akimat of Balkhash about two cases of the demo. */
const questions = [
  {
    story: 'wool',
    site: 'BLQ-0042',
    field: null,
    text: 'Инвестору нужны 400 кВт и 60 м³ воды в сутки. Подтвердите, пожалуйста, свободную мощность письмом сетевой компании и пришлите технические условия на воду.',
    answer: null,
  },
  {
    story: 'guesthouse',
    site: 'BLQ-0058',
    field: 'land.designatedUse',
    text: 'Жер учаскесінің нысаналы мақсаты қонақүйге жарай ма? Инвестор қарап шығуға дейін білгісі келеді.',
    answer: 'Иә, жарайды: учаскенің нысаналы мақсаты қоғамдық-іскерлік құрылыс. Шешімнің көшірмесін құжаттарға қостық.',
  },
] as const

/** Questions to an akimat and an absence, so that the pages around the single case show what they are for. */
export const deskPart: DemoPart<null> = {
  key: 'demo-desk',
  prepare: () => Promise.resolve(null),
  async write(tx, _prepared, { now }) {
    const spk = await tx.organization.findUniqueOrThrow({ where: { slug: slugOf.spk('saryarka') } })
    const today = localDateOf(now)
    await tx.officerAbsence.create({
      data: {
        ...{ id: stableId('absence:saryarka'), organizationId: spk.id, userId: officer, standInId: head },
        ...{ firstDay: utcMidnightOf(addDays(today, 20)), lastDay: utcMidnightOf(addDays(today, 33)) },
        ...{ reason: 'Еңбек демалысы', createdById: head, createdAt: now, submissionKey: 'demo-absence' },
      },
    })
    for (const question of questions) await writeQuestion(tx, question, now)
  },
}

async function writeQuestion(tx: Tx, question: (typeof questions)[number], now: Date): Promise<void> {
  const context = await readContext(tx)
  const partId = stableId(`part:${stableId(`inquiry:${question.story}`)}:1`)
  const part = await lockPart(tx, { id: partId })
  const site = await tx.site.findUniqueOrThrow({ where: { number: question.site } })
  const akimat = await tx.organization.findUniqueOrThrow({ where: { slug: slugOf.townAkimat(site.townKey) } })
  const body = { kk: akimat.nameKk, ru: akimat.nameRu, en: akimat.nameEn }
  const asker = await tx.user.findUniqueOrThrow({ where: { id: officer }, select: { name: true } })
  const at = part.events.at(-1)?.at ?? now
  const asked = { type: 'akimat_asked', side: 'body', actorId: officer } as const
  await appendEvent(tx, part, { ...asked, notes: { text: question.text, by: asker.name, body } }, at, context)
  const editor = personIdOf(`editor@${site.townKey}.demo`)
  await tx.akimatRequest.create({
    data: {
      ...{ id: stableId(`request:${question.story}`), partId, organizationId: akimat.id, siteId: site.id },
      ...{ field: question.field, text: question.text, askedById: officer, askedAt: at },
      ...{ dueOn: utcMidnightOf(addWorkingDays(context.calendar, localDateOf(now), 2)) },
      submissionKey: `demo-request-${question.story}`,
      ...(question.answer !== null && {
        ...{ state: 'answered' as const, answer: question.answer, answeredById: editor, answeredAt: at },
      }),
    },
  })
  if (question.answer === null) return
  const answerer = await tx.user.findUniqueOrThrow({ where: { id: editor }, select: { name: true } })
  const answered = { type: 'akimat_answered', side: 'akimat', actorId: editor } as const
  await appendEvent(tx, part, { ...answered, notes: { text: question.answer, by: answerer.name, body } }, at, context)
}
