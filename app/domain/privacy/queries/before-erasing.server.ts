import type { Person } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { findKnown } from './known.server'

/** What a person is told before the account is erased: numbers of open inquiries, and how many from other addresses are kept. */
export async function readBeforeErasing({ userId, email }: Person) {
  const db = database()
  const [open, others, known] = await Promise.all([
    db.inquiry.findMany({
      where: { email, number: { not: null }, parts: { some: { closedAt: null } } },
      select: { number: true },
      orderBy: { number: 'asc' },
    }),
    db.inquiry.count({ where: { ownerId: userId, NOT: { email } } }),
    findKnown(email),
  ])
  return { open: open.flatMap(({ number }) => number ?? []), others, holdsOffice: known?.holdsOffice ?? false }
}
