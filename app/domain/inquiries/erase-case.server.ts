import type { Tx } from '#app/platform/db/client.server'
import { Prisma, type Inquiry } from '#app/platform/db/generated/client'
import type { ErasedRows } from '#app/domain/ledger/erase-entries.server'
import { paperKey, type PaperType } from '#app/platform/storage/papers.server'
import { randomUUID } from 'node:crypto'
import { hashCaseKey } from './case-key.server'
import { readClockContext } from './clock-context.server'
import type { ClockContext } from './clock/model'
import { allowedActions, stateOf } from './clock/workflow'
import { tellBody } from './commands/notices.server'
import { appendEvent, lockPart } from './commands/event-log.server'
import { erasedText, scrub, textsOf } from './erased-text'
import { searchTextOf } from './search-text'

/** What is left to do of an erased case: entries of the ledger in the same transaction, files once it has committed. */
export type ErasedCase = { rows: ErasedRows[]; files: string[] }

/** What withdrawing needs; to be read before the transaction. */
export function readEraseContext(): Promise<ClockContext> {
  return readClockContext()
}

/**
 * Takes the person out of an inquiry, in the caller’s transaction: name, contacts, words and files of theirs, and their name and
 * contacts wherever officials wrote them. What is open is withdrawn first (APPC art. 64.9), so that no body goes on answering
 * nobody. Number, sites, days, steps, answers and figures stay. An inquiry that was never confirmed goes as a whole.
 */
export async function eraseCase(tx: Tx, id: string, now: Date, context: ClockContext): Promise<ErasedCase> {
  await tx.$queryRaw`SELECT "id" FROM "Inquiry" WHERE "id" = ${id}::uuid FOR UPDATE`
  const inquiry = await tx.inquiry.findUniqueOrThrow({ where: { id }, include: { parts: { select: { id: true } } } })
  if (inquiry.erasedAt !== null) return { rows: [], files: [] }
  if (inquiry.number === null) return removeUnconfirmed(tx, id)
  const texts = textsOf(inquiry)
  const parts = inquiry.parts.map((part) => part.id)
  await emptyInquiry(tx, id, now)
  for (const partId of parts) await withdraw(tx, partId, now, context)
  const files = await eraseTalk(tx, parts, texts)
  await eraseAround(tx, parts, texts)
  await eraseNotices(tx, { id, number: inquiry.number }, textsOf(inquiry, true))
  await writeSearchText(tx, { id, number: inquiry.number })
  return {
    rows: await rowsOf(tx, id, parts, { texts, removed: files.map((file) => file.id) }),
    files: files.flatMap(({ key }) => key ?? []),
  }
}

async function removeUnconfirmed(tx: Tx, id: string): Promise<ErasedCase> {
  await tx.outboxMessage.deleteMany({ where: { about: `inquiry:${id}` } })
  await tx.inquirySite.deleteMany({ where: { inquiryId: id } })
  await tx.inquiry.delete({ where: { id } })
  return { rows: [{ table: 'Inquiry', keys: [id] }], files: [] }
}

async function emptyInquiry(tx: Tx, id: string, now: Date): Promise<Inquiry> {
  const gone = { organizationName: null, bin: null, phone: null, clientAddress: null, ownerId: null }
  return tx.inquiry.update({
    where: { id },
    data: {
      ...gone,
      ...{ name: erasedText, email: '', title: erasedText, text: erasedText },
      briefCriteria: Prisma.DbNull,
      // No letter has this key, and no earlier one fits any more.
      ...{ submissionKey: `erased/${randomUUID()}`, secretHash: hashCaseKey(randomUUID()), erasedAt: now },
    },
  })
}

async function withdraw(tx: Tx, partId: string, now: Date, context: ClockContext): Promise<void> {
  const part = await lockPart(tx, { id: partId })
  if (!allowedActions(stateOf(part.events), 'investor').includes('withdrawn')) return
  const notes = { form: randomUUID(), by: erasedText }
  await appendEvent(tx, part, { type: 'withdrawn', side: 'investor', notes }, now, context)
  await tellBody(tx, 'case_withdrawn', part, now)
}

/** Messages and the log. Gives the files that were the person’s and are named by nothing else. */
async function eraseTalk(tx: Tx, parts: string[], texts: string[]): Promise<{ id: string; key: string | null }[]> {
  const own = { partId: { in: parts }, kind: 'investor' }
  const attachments = await tx.inquiryAttachment.findMany({ where: { message: own } })
  await tx.inquiryAttachment.deleteMany({ where: { message: own } })
  await tx.inquiryMessage.updateMany({ where: own, data: { authorName: erasedText, text: erasedText } })
  for (const { id, text } of await tx.inquiryMessage.findMany({ where: { partId: { in: parts } } })) {
    const kept = scrub(text, texts)
    if (kept !== text) await tx.inquiryMessage.update({ where: { id }, data: { text: kept } })
  }
  for (const event of await tx.inquiryEvent.findMany({ where: { partId: { in: parts } } })) {
    const data = event.data as Record<string, unknown>
    const isOwn = event.actorKind === 'investor'
    const said = isOwn
      ? Object.fromEntries(['text', 'by'].filter((key) => key in data).map((key) => [key, erasedText]))
      : {}
    const kept = scrub({ ...data, ...said }, texts) as Prisma.InputJsonObject
    if (JSON.stringify(kept) !== JSON.stringify(data)) {
      await tx.inquiryEvent.update({ where: { id: event.id }, data: { data: kept } })
    }
  }
  const named = new Set(
    [
      ...(await tx.inquiryAttachment.findMany({ where: { sha256: { in: attachments.map(({ sha256 }) => sha256) } } })),
      ...(await tx.siteFile.findMany({ where: { sha256: { in: attachments.map(({ sha256 }) => sha256) } } })),
    ].map(({ sha256 }) => sha256),
  )
  return attachments.map(({ id, sha256, contentType }) => ({
    id,
    key: named.has(sha256) ? null : paperKey(sha256, contentType as PaperType),
  }))
}

/** What stands beside the talk: the rating keeps its stars, questions to akimats and visits lose the person’s name. */
async function eraseAround(tx: Tx, parts: string[], texts: string[]): Promise<void> {
  const where = { partId: { in: parts } }
  await tx.inquiryRating.updateMany({ where: { ...where, NOT: { text: '' } }, data: { text: erasedText } })
  for (const { id, text, answer } of await tx.akimatRequest.findMany({ where })) {
    await tx.akimatRequest.update({ where: { id }, data: { text: scrub(text, texts), answer: scrub(answer, texts) } })
  }
  for (const { id, place, contact } of await tx.visit.findMany({ where })) {
    await tx.visit.update({ where: { id }, data: { place: scrub(place, texts), contact: scrub(contact, texts) } })
  }
}

/** Letters to the person go; letters and notices to officials about the case no longer name them. */
async function eraseNotices(tx: Tx, { id, number }: { id: string; number: string }, texts: string[]): Promise<void> {
  await tx.outboxMessage.deleteMany({ where: { about: `inquiry:${id}` } })
  const letters = await tx.outboxMessage.findMany({
    where: { OR: [{ about: { startsWith: `case:${number}/` } }, { text: { contains: number } }] },
    select: { id: true, subject: true, text: true, html: true },
  })
  for (const letter of letters) {
    await tx.outboxMessage.update({ where: { id: letter.id }, data: scrub(letter, texts) })
  }
  const told = { OR: [{ about: { startsWith: `case:${number}/` } }, { about: `own:${number}` }] }
  for (const notice of await tx.notice.findMany({ where: told })) {
    await tx.notice.update({
      where: { id: notice.id },
      data: { facts: scrub(notice.facts, texts) as Prisma.InputJsonValue },
    })
  }
}

async function writeSearchText(tx: Tx, { id, number }: { id: string; number: string }): Promise<void> {
  const parts = await tx.inquiryPart.findMany({
    where: { inquiryId: id },
    select: { id: true, sites: { select: { site: { select: { number: true } } } } },
  })
  const nobody = { number, title: '', name: '', organizationName: null, bin: null }
  for (const part of parts) {
    const searchText = searchTextOf(
      nobody,
      part.sites.map(({ site }) => site.number),
    )
    await tx.inquiryPart.update({ where: { id: part.id }, data: { searchText } })
  }
}

/** Entries of the ledger: of the person’s own rows all, of the others those that say something of the person. */
async function rowsOf(
  tx: Tx,
  id: string,
  parts: string[],
  { texts, removed }: { texts: string[]; removed: string[] },
): Promise<ErasedRows[]> {
  const where = { partId: { in: parts } }
  const idsOf = (rows: { id: string }[]) => rows.map((row) => row.id)
  const select = { id: true } as const
  const own = { ...where, kind: 'investor' }
  const [said, messages, heard, events, requests, visits] = [
    await tx.inquiryMessage.findMany({ where: own, select }),
    await tx.inquiryMessage.findMany({ where: { ...where, NOT: { kind: 'investor' } }, select }),
    await tx.inquiryEvent.findMany({ where: { ...where, actorKind: 'investor' }, select }),
    await tx.inquiryEvent.findMany({ where: { ...where, NOT: { actorKind: 'investor' } }, select }),
    await tx.akimatRequest.findMany({ where, select }),
    await tx.visit.findMany({ where, select }),
  ]
  return [
    { table: 'Inquiry', keys: [id] },
    { table: 'InquiryMessage', keys: idsOf(said) },
    { table: 'InquiryEvent', keys: idsOf(heard) },
    { table: 'InquiryAttachment', keys: removed },
    { table: 'InquiryRating', keys: parts },
    // Its folded search text is not what was typed.
    { table: 'InquiryPart', keys: parts },
    { table: 'InquiryMessage', keys: idsOf(messages), only: texts },
    { table: 'InquiryEvent', keys: idsOf(events), only: texts },
    { table: 'AkimatRequest', keys: idsOf(requests), only: texts },
    { table: 'Visit', keys: idsOf(visits), only: texts },
  ]
}
