import { database } from '#app/platform/db/database.server'

export type Known = {
  userId: string | null
  holdsOffice: boolean
  isDemo: boolean
  cases: number
  open: number
  letters: number
}

/** What is known of an address; null when nothing is. For the commands of this room, which ask who may know it. */
export async function findKnown(email: string): Promise<Known | null> {
  const db = database()
  const official = { organization: { kind: { not: 'company' } } }
  const [user, cases, open, letters, others] = await Promise.all([
    db.user.findUnique({
      where: { email },
      select: {
        ...{ id: true, role: true, isDemo: true },
        _count: { select: { members: { where: official }, absences: true, standIns: true, akimatAsked: true } },
      },
    }),
    db.inquiry.count({ where: { email } }),
    db.inquiryPart.count({ where: { closedAt: null, inquiry: { email } } }),
    db.outboxMessage.count({ where: { toAddress: email } }),
    db.subscriber.count({ where: { email } }),
  ])
  const signUps = await db.signUp.count({ where: { email } })
  if (user === null && cases + letters + others + signUps === 0) return null
  // What was done in office names its official and stays.
  const holdsOffice = user !== null && (user.role !== null || Object.values(user._count).some((count) => count > 0))
  return { userId: user?.id ?? null, holdsOffice, isDemo: user?.isDemo ?? false, cases, open, letters }
}
