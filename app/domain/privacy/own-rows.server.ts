import type { Db, Tx } from '#app/platform/db/client.server'
import type { Prisma } from '#app/platform/db/generated/client'

/** The address of today, and the account when there is one. */
export type Known = { email: string; userId: string | null }

/** What tells rows of a person from those of others. */
export type Own = Known & {
  /** Addresses that the account was reached by until a day, and that no other account has by now. */
  left: Left[]
  /** The same of those that another account has. */
  taken: Left[]
  /** Addresses that were asked for, proven or not. */
  asked: string[]
  /** Topics of letters to somebody who got a mailbox after the person. */
  foreign: string[]
}
type Left = { email: string; at: Date }

const emailsOf = (rows: { email: string }[]) => rows.map(({ email }) => email)

/** Reads every address that the account ever proved. To be read before anything is erased. */
export async function readOwn(tx: Db | Tx, { email, userId }: Known): Promise<Own> {
  if (userId === null) return { email, userId, left: [], taken: [], asked: [], foreign: [] }
  const changes = await tx.emailChange.findMany({ where: { userId } })
  const earlier = changes.flatMap(({ oldEmail, usedAt: at }): Left[] =>
    oldEmail === null || at === null || oldEmail === email ? [] : [{ email: oldEmail, at }],
  )
  const others = emailsOf(await tx.user.findMany({ where: { email: { in: emailsOf(earlier) } } }))
  const cases = await tx.inquiry.findMany({
    where: { email: { in: emailsOf(earlier) } },
    select: { id: true, email: true, ownerId: true, submittedAt: true },
  })
  const isOwn = (row: (typeof cases)[number]) =>
    row.ownerId === userId || earlier.some((one) => one.email === row.email && row.submittedAt <= one.at)
  return {
    ...{ email, userId },
    left: earlier.filter((one) => !others.includes(one.email)),
    taken: earlier.filter((one) => others.includes(one.email)),
    asked: emailsOf(changes),
    foreign: cases.filter((row) => !isOwn(row)).map(({ id }) => `inquiry:${id}`),
  }
}

/** Addresses of which everything is the person’s. */
export const ownEmails = ({ email, left }: Own): string[] => [...new Set([email, ...emailsOf(left)])]

/**
 * Inquiries in the account, from the address of today, and from earlier ones as long as the account had them: whoever gets
 * the mailbox later is somebody else.
 */
export function ownInquiries({ email, userId, left, taken }: Own): Prisma.InquiryWhereInput {
  const earlier = [...left, ...taken].map((one) => ({ email: one.email, submittedAt: { lte: one.at } }))
  return { OR: [{ email }, ...(userId === null ? [] : [{ ownerId: userId }]), ...earlier] }
}

/** What letters are sent by, in the account or without. */
export function ownSubscribers({ email, userId, left, taken }: Own): Prisma.SubscriberWhereInput {
  const earlier = [...left, ...taken].map((one) => ({ email: one.email, userId: null, createdAt: { lte: one.at } }))
  return { OR: [{ email }, ...(userId === null ? [] : [{ userId }]), ...earlier] }
}

/** Rows that hang on nothing but an address: sign-ups and invitations. */
export function byOwnEmail(own: Own): { OR: { email: string | { in: string[] }; createdAt?: { lte: Date } }[] } {
  const taken = own.taken.map(({ email, at }) => ({ email, createdAt: { lte: at } }))
  return { OR: [{ email: { in: ownEmails(own) } }, ...taken] }
}

/** Letters to the person, and those by which another address was to be proven. */
export function ownLetters(own: Own): Prisma.OutboxMessageWhereInput {
  const isOwn = { OR: [{ about: null }, { about: { notIn: own.foreign } }] }
  return {
    OR: [
      { toAddress: own.email },
      { toAddress: { in: emailsOf(own.left) }, ...isOwn },
      ...own.taken.map(({ email, at }) => ({ toAddress: email, createdAt: { lte: at }, ...isOwn })),
      { toAddress: { in: own.asked }, template: 'email_change' },
    ],
  }
}
