import type { Actor } from '#app/domain/accounts/model'
import { addDays, localDateOf, utcMidnightOf } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { visibleTo } from '#app/domain/sites/visible-to.server'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { readClockContext } from '../clock-context.server'
import { isClosed, stateOf } from '../clock/workflow'
import { changePart } from '../commands/change-part.server'
import { appendEvent, lockPart, type LockedPart } from '../commands/event-log.server'
import { nameOf } from '../commands/notices.server'
import type { PartRef } from '../model'
import { visibleParts } from '../visible-to.server'
import { longestWait } from './model'
import { tellAkimat, tellBody } from './notices.server'
import type { AskAkimatInput } from './schema'

const akimatRoles = ['akimat_editor', 'akimat_head']

export type AskCode = 'not_allowed' | 'unknown_site' | 'due_passed' | 'due_far' | 'nobody_to_ask'

/**
 * Asks the akimat of a site of the case, or that of its region where the town has nobody; its people get a letter. No
 * clock waits for the answer. Says `unknown_site` for a site of another case.
 */
export function askAkimat(
  actor: Actor,
  ref: PartRef,
  input: AskAkimatInput,
  now = new Date(),
): Promise<Verdict<PartRef, AskCode>> {
  const { form, about, text, dueOn } = input
  const change = { actor, action: 'inquiry.answer', ref, form, type: 'akimat_asked' } as const
  return changePart<AskCode>(change, async (tx, part, person, context) => {
    const today = localDateOf(now)
    if (dueOn < today) return no('due_passed')
    if (dueOn > addDays(today, longestWait)) return no('due_far')
    const site = await findSite(tx, part, about.site)
    if (site === null) return no('unknown_site')
    const akimat = await findAkimat(tx, site.town)
    if (akimat === null) return no('nobody_to_ask')
    const notes = { form, text, by: person.name, body: nameOf(akimat) }
    await appendEvent(tx, part, { type: 'akimat_asked', side: 'body', actorId: person.userId, notes }, now, context)
    const request = await tx.akimatRequest.create({
      data: {
        ...{ partId: part.id, organizationId: akimat.id, siteId: site.id, field: about.field, text },
        ...{ dueOn: utcMidnightOf(dueOn), askedById: person.userId, askedAt: now, submissionKey: `${part.id}/${form}` },
      },
    })
    await tellAkimat(tx, part, { ...request, site }, now)
    return yes(ref)
  })
}

/** Takes a question back that is no longer needed; one that is not open stays as it is. */
export async function withdrawRequest(actor: Actor, ref: PartRef, id: string): Promise<void> {
  const part = { AND: [visibleParts(actor, 'inquiry.answer'), { sequence: ref.part, inquiry: { number: ref.number } }] }
  if ((await database().akimatRequest.count({ where: { id, part } })) === 0) throw notFound()
  await database().akimatRequest.updateMany({ where: { id, part, state: 'open' }, data: { state: 'withdrawn' } })
}

/**
 * The akimat answers: the words stand in the case for the body, and who asked gets a letter; the investor is told
 * nothing. 404 outside the own territory; says `not_open` when it was answered or taken back, with who answered as
 * `params.by`. The same words of the same person again are a yes.
 */
export async function answerRequest(
  actor: Actor,
  { request: id, text }: { request: string; text: string },
  now = new Date(),
): Promise<Verdict<null, 'not_open'>> {
  if (actor.kind !== 'person') throw notFound()
  const context = await readClockContext()
  return inTransaction(database(), async (tx) => {
    const found = await tx.akimatRequest.findFirst({
      where: { id, site: visibleTo(actor, 'inquiry.advise') },
      select: { partId: true },
    })
    if (found === null) throw notFound()
    const part = await lockPart(tx, { id: found.partId })
    const include = { site: { select: { number: true } }, organization: true }
    const request = await tx.akimatRequest.findUniqueOrThrow({ where: { id }, include })
    if (request.state !== 'open') {
      if (request.answeredById === actor.userId && request.answer === text) return yes(null)
      return no('not_open', { by: await nameOfUser(tx, request.answeredById) })
    }
    const answered = { state: 'answered', answer: text, answeredById: actor.userId, answeredAt: now } as const
    await tx.akimatRequest.update({ where: { id }, data: answered })
    if (!isClosed(stateOf(part.events))) {
      const notes = { text, by: actor.name, body: nameOf(request.organization) }
      const entry = { type: 'akimat_answered', side: 'akimat', actorId: actor.userId, notes } as const
      await appendEvent(tx, part, entry, now, context)
    }
    await tellBody(tx, part, { ...request, answer: text }, now)
    return yes(null)
  })
}

async function findSite(tx: Tx, part: LockedPart, number: string) {
  const row = await tx.inquirySite.findFirst({
    where: { partId: part.id, site: { number } },
    select: { site: { select: { id: true, number: true, town: { select: { key: true, regionKey: true } } } } },
  })
  return row?.site ?? null
}

/** The akimat of the town, else that of its region; null when neither has people. */
async function findAkimat(tx: Tx, town: { key: string; regionKey: string }) {
  const members = { some: { role: { in: akimatRoles } } }
  const own = await tx.organization.findFirst({ where: { kind: 'akimat', townKey: town.key, members } })
  if (own !== null) return own
  return tx.organization.findFirst({ where: { kind: 'akimat', townKey: null, regionKey: town.regionKey, members } })
}

async function nameOfUser(tx: Tx, id: string | null): Promise<string> {
  if (id === null) return ''
  return (await tx.user.findUnique({ where: { id }, select: { name: true } }))?.name ?? ''
}
