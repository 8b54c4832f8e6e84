import type { Actor } from '#app/domain/accounts/model'
import type { Verdict } from '#app/domain/kernel/verdict'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { keepFiles } from '../attachments/keep-files.server'
import type { SentFile } from '../attachments/read-message-form.server'
import type { PartRef } from '../model'
import { visibleParts } from '../visible-to.server'
import { addNote, answerPart } from './answer-part.server'

type Sent = { form: string; text: string; files: readonly SentFile[] }
type Refusal = 'not_allowed' | 'too_many_in_case' | 'storage_full'

/** Writes to the investor with files that both sides may open; see `answerPart`. */
export async function answerWithFiles(
  actor: Actor,
  ref: PartRef,
  input: Sent & { isAnswer: boolean },
): Promise<Verdict<PartRef, Refusal>> {
  const kept = await keepOwn(actor, ref, input.files)
  return kept.ok ? answerPart(actor, ref, input) : kept
}

/** Keeps a note with files that only the people of the body may open; see `addNote`. */
export async function noteWithFiles(actor: Actor, ref: PartRef, input: Sent): Promise<Verdict<PartRef, Refusal>> {
  const kept = await keepOwn(actor, ref, input.files)
  return kept.ok ? addNote(actor, ref, input) : kept
}

/** Stores files for a case that the actor may answer now; 404 for another, before anything is stored. */
async function keepOwn(actor: Actor, ref: PartRef, files: readonly SentFile[]) {
  if (files.length > 0) {
    const where = {
      AND: [visibleParts(actor, 'inquiry.answer'), { sequence: ref.part, inquiry: { number: ref.number } }],
    }
    if ((await database().inquiryPart.count({ where })) === 0) throw notFound()
  }
  return keepFiles(files)
}
