import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { isCaseKey } from '../case-key.server'
import { readClockContext } from '../clock-context.server'
import type { InvestorCase } from '../model'
import { mayInvestorReopen } from '../step-rules'
import { eventsOf, investorPartInclude, numbersOf, peopleOf, viewInquiry, viewPart } from './part-view.server'
import { readNames } from './people-names.server'
import { readSiteBriefs } from './site-brief.server'

/** An inquiry as its investor sees it, opened by number and key; 404 for any other pair. */
export async function readInvestorCase(
  actor: Actor,
  address: { number: string; key: string },
  now = new Date(),
): Promise<InvestorCase> {
  const row = await database().inquiry.findUnique({
    where: { number: address.number },
    include: { parts: { include: investorPartInclude, orderBy: { sequence: 'asc' } } },
  })
  if (row === null || !isCaseKey(address.key, row)) throw notFound()
  const context = await readClockContext()
  const names = await readNames(row.parts.flatMap(peopleOf))
  const parts = await Promise.all(
    row.parts.map(async (part) => ({
      ...viewPart(part, names, now, context),
      canReopen: mayInvestorReopen(eventsOf(part), now),
      sites: await readSiteBriefs(actor, numbersOf(part), now),
    })),
  )
  return { ...viewInquiry(row), name: row.name, email: row.email, parts }
}
