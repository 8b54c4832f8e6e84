import type { Person } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { ownEmails, ownInquiries, readOwn } from '../own-rows.server'
import { findKnown } from './known.server'

/** What a person is told before the account is erased: numbers of open inquiries, and how many came from other addresses. */
export async function readBeforeErasing({ userId, email }: Person) {
  const db = database()
  const own = await readOwn(db, { userId, email })
  const [open, others, known] = await Promise.all([
    db.inquiry.findMany({
      where: { ...ownInquiries(own), number: { not: null }, parts: { some: { closedAt: null } } },
      select: { number: true },
      orderBy: { number: 'asc' },
    }),
    db.inquiry.count({
      where: { ownerId: userId, email: { notIn: [...ownEmails(own), ...own.taken.map((one) => one.email)] } },
    }),
    findKnown(email),
  ])
  return { open: open.flatMap(({ number }) => number ?? []), others, holdsOffice: known?.holdsOffice ?? false }
}
