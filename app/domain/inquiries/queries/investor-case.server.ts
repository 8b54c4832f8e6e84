import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { readClockContext } from '../clock-context.server'
import { openInquiry, type CaseAddress } from '../investor-access.server'
import type { InvestorCase, InvestorPartView } from '../model'
import { canRate } from '../rating'
import { mayInvestorReopen } from '../step-rules'
import {
  eventsOf,
  investorPartInclude,
  numbersOf,
  peopleOf,
  viewInquiry,
  viewPart,
  viewRating,
} from './part-view.server'
import { readNames } from './people-names.server'
import { readSnapshot } from './sent-brief.server'
import { readSiteBriefs } from './site-brief.server'

/** An inquiry as its investor sees it, opened by number and key or from the account; 404 for everybody else. */
export async function readInvestorCase(actor: Actor, address: CaseAddress, now = new Date()): Promise<InvestorCase> {
  const { id } = await openInquiry(actor, address)
  const row = await database().inquiry.findUniqueOrThrow({
    where: { id },
    include: { parts: { include: { ...investorPartInclude, rating: true }, orderBy: { sequence: 'asc' } } },
  })
  const context = await readClockContext()
  const names = await readNames(row.parts.flatMap(peopleOf))
  const parts = await Promise.all(
    row.parts.map(async (part): Promise<InvestorPartView> => {
      const view = viewPart(part, names, now, context)
      const { rating } = part
      return {
        ...view,
        canReopen: mayInvestorReopen(eventsOf(part), now),
        sites: await readSiteBriefs(actor, numbersOf(part), now),
        rating: viewRating(rating),
        canRate: canRate(view.state, rating?.ratedAt ?? null, now),
      }
    }),
  )
  const isMine = actor.kind === 'person' && row.ownerId === actor.userId
  const keeping = isMine ? 'mine' : row.ownerId === null ? 'nobody' : 'other'
  const brief = readSnapshot(row.briefCriteria)
  return { ...viewInquiry(row), name: row.name, email: row.email, keeping, brief, parts }
}
