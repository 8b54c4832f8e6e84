import type { Actor, MemberRole, Person } from '#app/domain/accounts/model'
import { may, membershipsFor, permissions } from '#app/domain/accounts/policy'
import { notBanned } from '#app/domain/accounts/visible-to.server'
import { localDateOf } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { tell } from '#app/domain/notices/tell.server'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { pathIn } from '#app/platform/i18n/language'
import { readAbsent } from '../absences/present.server'
import { readClockContext } from '../clock-context.server'
import type { ClockContext } from '../clock/model'
import { isClosed, stateOf } from '../clock/workflow'
import type { PartRef } from '../model'
import { visibleParts } from '../visible-to.server'
import { caseOf } from './circle.server'
import { appendEvent, lockPart, type LockedPart } from './event-log.server'

/** A case to be given away, with who had it when it was chosen. */
export type ChosenCase = PartRef & { seen: string | null }

/** Why a case was left as it is; `by` is who has it now. */
export type AssignConflict = PartRef & { code: 'gone' | 'closed' | 'taken'; by: string }

/** `to` null puts the cases back on the desk. */
export type AssignOrder = { form: string; to: string | null; cases: readonly ChosenCase[] }

export type Assigned = { done: number; conflicts: AssignConflict[] }

const answeringRoles = Object.keys(permissions['inquiry.answer']) as MemberRole[]

/**
 * Gives cases to somebody of the body, or back to the desk, all in one transaction; a case that is closed, gone, or in
 * other hands than when it was chosen stays as it is and is named. Heads give to anybody present, officers only take what
 * nobody has. The person gets one letter. The same form again answers as the first time. Says `unknown_person` or
 * `absent`; 404 for somebody without the right.
 */
export async function assignParts(
  actor: Actor,
  order: AssignOrder,
  now = new Date(),
): Promise<Verdict<Assigned, 'unknown_person' | 'absent'>> {
  if (actor.kind !== 'person') throw notFound()
  const isTaking = order.to === actor.userId
  if (!may(actor, 'inquiry.assign') && !(isTaking && may(actor, 'inquiry.answer'))) throw notFound()
  const context = await readClockContext()
  return inTransaction(database(), async (tx) => {
    const person = order.to === null ? null : await findColleague(tx, actor, order.to, now)
    if (order.to !== null && person === null) return no('unknown_person')
    if (person !== null && !isTaking && (await readAbsent(tx, [person.id], localDateOf(now))).size > 0)
      return no('absent')
    const conflicts: AssignConflict[] = []
    const given: Given[] = []
    // In one order, so that two who assign at once wait for each other and do not block each other.
    for (const chosen of [...order.cases].sort(byNumber)) {
      const verdict = await assignOne(tx, { actor, order, person, chosen }, now, context)
      if (verdict.ok) given.push(...(verdict.value === null ? [] : [verdict.value]))
      else
        conflicts.push({
          number: chosen.number,
          part: chosen.part,
          code: verdict.code,
          by: String(verdict.params?.by ?? ''),
        })
    }
    await tellOfAssigning(tx, actor, person, { form: order.form, given }, now)
    return yes({ done: order.cases.length - conflicts.length, conflicts })
  })
}

type Assignee = { id: string; name: string; organizationIds: string[] }
/** A part that changed hands; `from` had it before. */
type Given = { part: LockedPart; from: string | null }
type Work = { actor: Person; order: AssignOrder; person: Assignee | null; chosen: ChosenCase }

/** What was given; null when it was so already. */
async function assignOne(
  tx: Tx,
  { actor, order, person, chosen }: Work,
  now: Date,
  context: ClockContext,
): Promise<Verdict<Given | null, AssignConflict['code']>> {
  const ref = { sequence: chosen.part, inquiry: { number: chosen.number } }
  const part = await lockPart(tx, { AND: [visibleParts(actor, 'inquiry.answer'), ref] }).catch((error: unknown) => {
    if (error instanceof Response) return null
    throw error
  })
  if (part === null || (person !== null && !person.organizationIds.includes(part.organizationId))) return no('gone')
  if (part.forms.has(order.form) || part.assigneeId === order.to) return yes(null)
  if (isClosed(stateOf(part.events))) return no('closed')
  const isHead = may(actor, 'inquiry.assign', { organizationId: part.organizationId })
  if (part.assigneeId !== chosen.seen || (!isHead && part.assigneeId !== null)) {
    return no('taken', { by: await nameOf(tx, part.assigneeId) })
  }
  const notes = { form: order.form, by: actor.name, to: person?.name }
  const data = { assigneeId: order.to }
  await appendEvent(tx, part, { type: 'assigned', side: 'body', actorId: actor.userId, data, notes }, now, context)
  const assignedAt = order.to === null ? null : now
  await tx.inquiryPart.update({ where: { id: part.id }, data: { assigneeId: order.to, assignedAt } })
  return yes({ part, from: part.assigneeId })
}

/** Somebody who answers in a body of the actor; about people elsewhere nothing is said. */
async function findColleague(tx: Tx, actor: Person, id: string, now: Date): Promise<Assignee | null> {
  const own = membershipsFor(actor, 'inquiry.answer').map(({ organizationId }) => organizationId)
  const user = await tx.user.findFirst({
    where: { AND: [{ id }, notBanned(now)] },
    select: {
      ...{ id: true, name: true },
      members: {
        where: { role: { in: answeringRoles }, organizationId: { in: own } },
        select: { organizationId: true },
      },
    },
  })
  if (user === null || user.members.length === 0) return null
  const { members, ...person } = user
  return { ...person, organizationIds: members.map(({ organizationId }) => organizationId) }
}

/** One notice about all cases that were given, and one to each who had some of them, for every case. */
async function tellOfAssigning(
  tx: Tx,
  actor: Person,
  person: Assignee | null,
  { form, given }: { form: string; given: readonly Given[] },
  now: Date,
): Promise<void> {
  const [first] = given
  if (first === undefined) return
  for (const { part, from } of given) {
    if (from === null) continue
    await tell(tx, {
      event: person === null ? 'case_released' : 'case_taken',
      circle: { named: [from] },
      actorId: actor.userId,
      ...{ ...caseOf(part.inquiry.number, part.sequence), now },
      dedupeKey: `case_taken:${form}:${part.id}`,
      facts: { number: part.inquiry.number ?? '', by: person?.name },
    })
  }
  if (person === null) return
  const cases = given.map(({ part: { inquiry } }) => ({ number: inquiry.number ?? '', title: inquiry.title }))
  const one = { ...caseOf(first.part.inquiry.number, first.part.sequence), facts: { ...cases[0] } }
  const several = { about: `assigning:${form}`, path: '/spk?view=mine', facts: { count: cases.length } }
  await tell(tx, {
    event: cases.length === 1 ? 'case_assigned' : 'cases_assigned',
    circle: { assignee: [person.id] },
    actorId: actor.userId,
    ...(cases.length === 1 ? one : several),
    dedupeKey: `cases_assigned:${form}`,
    letter: ({ name, locale }) => ({
      template: 'cases_assigned',
      data: { name, by: actor.name, cases, link: pathIn(locale, several.path) },
    }),
    now,
  })
}

async function nameOf(tx: Tx, id: string | null): Promise<string> {
  if (id === null) return ''
  return (await tx.user.findUnique({ where: { id }, select: { name: true } }))?.name ?? ''
}

function byNumber(left: PartRef, right: PartRef): number {
  return left.number === right.number ? left.part - right.part : left.number < right.number ? -1 : 1
}
