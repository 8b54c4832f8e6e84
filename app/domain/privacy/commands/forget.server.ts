import type { SystemActor } from '#app/domain/accounts/model'
import { keptSince } from '#app/domain/kernel/retention'
import { eraseEntries, eraseEntriesBefore } from '#app/domain/ledger/erase-entries.server'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { scheduleJob, work } from '#app/platform/jobs/jobs.server'
import { log } from '#app/platform/log/log.server'
import { runErasure } from './erase.server'
import { eraseCases } from './erase-rows.server'

const jobName = 'forget'
const actor: SystemActor = { kind: 'system', name: jobName }
/** Rows of one kind in one transaction. */
const batch = 500
const patienceMs = 60_000

/** Lets this process forget, every night, what is not kept any more. */
export async function startForgetting(): Promise<void> {
  await work(jobName, async () => log.info({ forgotten: await forget(actor, new Date()) }, 'forgot what is not kept'))
  await scheduleJob(jobName, '30 3 * * *', {})
}

type Finder = (tx: Tx, now: Date) => Promise<string[]>
type Rule = { table: string; find: Finder; remove: (tx: Tx, ids: string[]) => Promise<unknown> }

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
const some = { select: { id: true }, take: batch } as const
const among = (ids: string[]) => ({ where: { id: { in: ids } } })

/** Kinds of rows that go, with what the ledger says of them. Sign-ins stay in it for longer: see below. */
const rules: Rule[] = [
  {
    table: 'SignUp',
    find: async (tx, now) =>
      idsOf(await tx.signUp.findMany({ where: { expiresAt: { lt: keptSince('sign_ups', now) } }, ...some })),
    remove: (tx, ids) => tx.signUp.deleteMany(among(ids)),
  },
  {
    table: 'PasswordReset',
    find: async (tx, now) =>
      idsOf(await tx.passwordReset.findMany({ where: { expiresAt: { lt: keptSince('resets', now) } }, ...some })),
    remove: (tx, ids) => tx.passwordReset.deleteMany(among(ids)),
  },
  {
    // One that was made stays with its account, which is known by the address that was left.
    table: 'EmailChange',
    find: async (tx, now) => {
      const where = { oldEmail: null, expiresAt: { lt: keptSince('resets', now) } }
      return idsOf(await tx.emailChange.findMany({ where, ...some }))
    },
    remove: (tx, ids) => tx.emailChange.deleteMany(among(ids)),
  },
  {
    table: 'invitation',
    find: async (tx, now) =>
      idsOf(await tx.invitation.findMany({ where: { expiresAt: { lt: keptSince('invitations', now) } }, ...some })),
    remove: (tx, ids) => tx.invitation.deleteMany(among(ids)),
  },
  {
    table: 'Inquiry',
    find: async (tx, now) => {
      const where = { confirmedAt: null, confirmExpiresAt: { lt: keptSince('unconfirmed', now) } }
      return idsOf(await tx.inquiry.findMany({ where, ...some }))
    },
    remove: async (tx, ids) => {
      await tx.inquirySite.deleteMany({ where: { inquiryId: { in: ids } } })
      await tx.inquiry.deleteMany(among(ids))
    },
  },
  {
    table: 'Brief',
    find: async (tx, now) =>
      idsOf(await tx.brief.findMany({ where: { deletedAt: { lt: keptSince('briefs', now) } }, ...some })),
    remove: async (tx, ids) => {
      await tx.watch.deleteMany({ where: { briefId: { in: ids } } })
      await tx.brief.deleteMany(among(ids))
    },
  },
  {
    table: 'Subscriber',
    find: async (tx, now) => {
      const where = { userId: null, unsubscribedAt: { lt: keptSince('unsubscribed', now) } }
      return idsOf(await tx.subscriber.findMany({ where, ...some }))
    },
    remove: async (tx, ids) => {
      await tx.valueAsker.deleteMany({ where: { subscriberId: { in: ids } } })
      await tx.subscriber.deleteMany(among(ids))
    },
  },
]

/** Removes what is not kept any more at `now` (kernel/retention.ts); gives how many rows of each kind that were. */
export async function forget(_by: SystemActor, now: Date): Promise<Record<string, number>> {
  const forgotten: Record<string, number> = {}
  for (const rule of rules) forgotten[rule.table] = await forgetRows(rule, now)
  const db = database()
  // What they say of a person stands in the ledger until `sign_ins`.
  forgotten.session = (await db.session.deleteMany({ where: { expiresAt: { lt: now } } })).count
  forgotten.signIns = await inTransaction(
    db,
    (tx) => eraseEntriesBefore(tx, 'session', keptSince('sign_ins', now), now),
    patienceMs,
  )
  forgotten.notice = (await db.notice.deleteMany({ where: { createdAt: { lt: keptSince('notices', now) } } })).count
  forgotten.letter = await emptyLetters(now)
  forgotten.case = await eraseOldCases(now)
  return forgotten
}

async function forgetRows({ table, find, remove }: Rule, now: Date): Promise<number> {
  for (let count = 0; ;) {
    const found = await inTransaction(
      database(),
      async (tx) => {
        const keys = await find(tx, now)
        if (keys.length === 0) return 0
        await remove(tx, keys)
        await eraseEntries(tx, [{ table, keys }], now)
        return keys.length
      },
      patienceMs,
    )
    count += found
    if (found < batch) return count
  }
}

/** The row stays, so that the same letter is never written again. */
async function emptyLetters(now: Date): Promise<number> {
  const old: Prisma.OutboxMessageWhereInput[] = [
    { status: 'sent', createdAt: { lt: keptSince('letters', now) } },
    { status: { in: ['held', 'failed', 'bounced'] }, createdAt: { lt: keptSince('held_letters', now) } },
  ]
  const { count } = await database().outboxMessage.updateMany({
    where: { OR: old, NOT: { toAddress: '' } },
    data: { toAddress: '', subject: '', text: '', html: '', lastError: null },
  })
  return count
}

/** One after another: each is a transaction of its own, with its files. */
async function eraseOldCases(now: Date): Promise<number> {
  const ended = { closedAt: { lt: keptSince('cases', now) } }
  const cases = await database().inquiry.findMany({
    where: { erasedAt: null, number: { not: null }, parts: { every: ended, some: ended } },
    ...some,
  })
  for (const { id } of cases) await runErasure((tx, order) => eraseCases(tx, [id], order), { asked: 'term' }, now)
  return cases.length
}
