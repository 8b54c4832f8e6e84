import type { Actor, Person } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import type { Tx } from '#app/platform/db/client.server'
import { attachFiles, hasRoom } from '../attachments/keep-files.server'
import type { SentFile } from '../attachments/read-message-form.server'
import type { PartRef } from '../model'
import { changePart, takeIfFree } from './change-part.server'
import { appendEvent, type LockedPart } from './event-log.server'
import { sendAnswer } from './notices.server'

/** `files` were looked into and stored: see `answerWithFiles`. */
type Answer = { form: string; text: string; isAnswer: boolean; files?: readonly SentFile[] }

/**
 * Writes to the investor, who gets the words by mail. `isAnswer`: this is the answer that the law asks for. A case
 * that nobody had becomes the writer's.
 */
export function answerPart(
  actor: Actor,
  ref: PartRef,
  input: Answer,
  now = new Date(),
): Promise<Verdict<PartRef, 'not_allowed' | 'too_many_in_case'>> {
  const { form, text, isAnswer, files = [] } = input
  const change = { actor, action: 'inquiry.answer', ref, form, type: 'message_from_body' } as const
  return changePart(change, async (tx, part, person, context) => {
    if (!(await hasRoom(tx, part.id, files))) return no('too_many_in_case')
    const notes = { form, by: person.name }
    const entry = {
      type: 'message_from_body',
      side: 'body',
      actorId: person.userId,
      data: { isAnswer },
      notes,
    } as const
    await appendEvent(tx, part, entry, now, context)
    await takeIfFree(tx, part, person)
    const message = await storeMessage(tx, part, person, { kind: 'body', form, text, now })
    await attachFiles(tx, message, files, 'parties')
    await sendAnswer(tx, part, message, now)
    return yes(ref)
  })
}

/** Keeps a note that only the body sees; the investor is told nothing and no clock moves. */
export function addNote(
  actor: Actor,
  ref: PartRef,
  input: { form: string; text: string; files?: readonly SentFile[] },
  now = new Date(),
): Promise<Verdict<PartRef, 'not_allowed' | 'too_many_in_case'>> {
  const { form, text, files = [] } = input
  const change = { actor, action: 'inquiry.answer', ref, form, type: 'internal_note' } as const
  return changePart(change, async (tx, part, person, context) => {
    if (!(await hasRoom(tx, part.id, files))) return no('too_many_in_case')
    const notes = { form, by: person.name }
    await appendEvent(tx, part, { type: 'internal_note', side: 'body', actorId: person.userId, notes }, now, context)
    const message = await storeMessage(tx, part, person, { kind: 'note', form, text, now })
    await attachFiles(tx, message, files, 'internal')
    return yes(ref)
  })
}

type Words = { kind: 'body' | 'note'; form: string; text: string; now: Date }

/** Stores words of an official, once per form. */
export async function storeMessage(tx: Tx, part: LockedPart, person: Person, { kind, form, text, now }: Words) {
  const message = await tx.inquiryMessage.create({
    data: {
      partId: part.id,
      kind,
      authorId: person.userId,
      authorName: person.name,
      text,
      submissionKey: `${part.id}/${form}`,
      createdAt: now,
    },
    select: { id: true },
  })
  return { id: message.id, partId: part.id, text }
}
