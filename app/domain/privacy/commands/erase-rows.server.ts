import { eraseCase, type readEraseContext } from '#app/domain/inquiries/erase-case.server'
import { eraseEntries, type ErasedRows } from '#app/domain/ledger/erase-entries.server'
import type { Tx } from '#app/platform/db/client.server'
import { forgetJobsAbout } from '#app/platform/jobs/jobs.server'
import {
  byOwnEmail,
  ownEmails,
  ownInquiries,
  ownLetters,
  ownSubscribers,
  readOwn,
  type Known,
  type Own,
} from '../own-rows.server'

/** Who asked, as `Erasure` keeps it; `context` is what withdrawing needs. */
export type Order = {
  asked: 'account' | 'key' | 'request' | 'term'
  askedById?: string
  reason?: string
  now: Date
  context: Awaited<ReturnType<typeof readEraseContext>>
}

/** Takes the person out of these inquiries; gives the files to be removed once the transaction has committed. */
export async function eraseCases(tx: Tx, inquiryIds: string[], order: Order): Promise<string[]> {
  const { rows, files } = await eraseEach(tx, inquiryIds, order)
  await finish(tx, { inquiryIds, userId: null, rows }, order)
  return files
}

/**
 * Erases all that is known of a person, in the caller’s transaction: inquiries in the account and from every address it ever
 * proved lose the person; the account goes with all that hangs on it, and so do letters to the addresses. Gives the files to be
 * removed once the transaction has committed.
 */
export async function erasePerson(tx: Tx, known: Known, order: Order): Promise<string[]> {
  const { userId } = known
  const own = await readOwn(tx, known)
  const inquiryIds = idsOf(await tx.inquiry.findMany({ where: ownInquiries(own), select: { id: true } }))
  const cases = await eraseEach(tx, inquiryIds, order)
  const rows = [
    ...cases.rows,
    ...(await removeSubscribers(tx, own)),
    ...(await removeSignUps(tx, own)),
    ...(userId === null ? [] : await removeAccount(tx, userId)),
  ]
  await tx.outboxMessage.deleteMany({ where: ownLetters(own) })
  for (const email of ownEmails(own)) await forgetJobsAbout(tx, email)
  await finish(tx, { inquiryIds, userId, rows }, order)
  return cases.files
}

async function eraseEach(tx: Tx, ids: string[], { now, context }: Order) {
  const rows: ErasedRows[] = []
  const files: string[] = []
  for (const id of ids) {
    const done = await eraseCase(tx, id, now, context)
    rows.push(...done.rows)
    files.push(...done.files)
  }
  return { rows, files }
}

/** Which rows it was about is said by ids that lead to nobody any more. */
async function finish(
  tx: Tx,
  { inquiryIds, userId, rows }: { inquiryIds: string[]; userId: string | null; rows: ErasedRows[] },
  { now, asked, askedById, reason }: Order,
): Promise<void> {
  await tx.erasure.create({ data: { at: now, asked, askedById, reason, userId, inquiryIds } })
  await eraseEntries(tx, rows, now)
}

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)

async function removeSubscribers(tx: Tx, own: Own): Promise<ErasedRows[]> {
  const found = await tx.subscriber.findMany({
    where: ownSubscribers(own),
    include: { favourites: true, watches: true, valueAskers: true },
  })
  const keys = idsOf(found)
  await tx.valueAsker.deleteMany({ where: { subscriberId: { in: keys } } })
  await tx.subscriber.deleteMany({ where: { id: { in: keys } } })
  const favourites = found.flatMap((row) =>
    row.favourites.map(({ subscriberId, siteId }) => `${subscriberId}/${siteId}`),
  )
  return [
    { table: 'Subscriber', keys },
    { table: 'Watch', keys: found.flatMap(({ watches }) => idsOf(watches)) },
    { table: 'ValueAsker', keys: found.flatMap(({ valueAskers }) => idsOf(valueAskers)) },
    { table: 'Favourite', keys: favourites },
  ]
}

async function removeSignUps(tx: Tx, own: Own): Promise<ErasedRows[]> {
  const found = { where: byOwnEmail(own), select: { id: true } } as const
  const signUps = idsOf(await tx.signUp.findMany(found))
  const invitations = idsOf(await tx.invitation.findMany(found))
  await tx.signUp.deleteMany({ where: { id: { in: signUps } } })
  await tx.invitation.deleteMany({ where: { id: { in: invitations } } })
  return [
    { table: 'SignUp', keys: signUps },
    { table: 'invitation', keys: invitations },
  ]
}

/** The account, its briefs, and what the database removes with it; of the trail also what was removed earlier. */
async function removeAccount(tx: Tx, userId: string): Promise<ErasedRows[]> {
  const briefs = idsOf(await tx.brief.findMany({ where: { ownerId: userId }, select: { id: true } }))
  const watches = idsOf(await tx.watch.findMany({ where: { briefId: { in: briefs } }, select: { id: true } }))
  await tx.watch.deleteMany({ where: { id: { in: watches } } })
  await tx.brief.deleteMany({ where: { id: { in: briefs } } })
  await tx.user.delete({ where: { id: userId } })
  const hung = await tx.$queryRaw<{ table: string; keys: string[] }[]>`
    SELECT "tableName" AS "table", array_agg(DISTINCT "rowKey") AS "keys" FROM "LedgerEntry"
    WHERE "tableName" IN ('session', 'account', 'member', 'EmailChange') AND coalesce("after", "before") ->> 'userId' = ${userId}
    GROUP BY "tableName"`
  return [
    { table: 'user', keys: [userId] },
    { table: 'Brief', keys: briefs },
    { table: 'Watch', keys: watches },
    ...hung,
  ]
}
