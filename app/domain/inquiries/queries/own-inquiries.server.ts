import type { Person } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { readClockContext } from '../clock-context.server'
import { readClocks } from '../clock/rules'
import { stateOf } from '../clock/workflow'
import type { OwnInquiries, OwnInquiryLine } from '../model'
import { findDue } from '../rules'
import { hasProvenAddress } from '../proven-address.server'
import { offeredInquiries, ownInquiries } from '../visible-to.server'
import { eventsOf, nameOf } from './part-view.server'

const most = 100

/** What the person keeps, the newest first, with the state and the due day of each part, and what could be kept. */
export async function listOwnInquiries(actor: Person, now = new Date()): Promise<OwnInquiries> {
  const [rows, offered, context] = await Promise.all([
    database().inquiry.findMany({
      where: ownInquiries(actor),
      include: {
        parts: {
          include: { organization: true, events: { orderBy: { sequence: 'asc' } } },
          orderBy: { sequence: 'asc' },
        },
      },
      orderBy: [{ confirmedAt: 'desc' }, { id: 'desc' }],
      take: most,
    }),
    listOffered(actor),
    readClockContext(),
  ])
  const lines = rows.flatMap(({ number, title, confirmedAt, submittedAt, isDemo, parts }) =>
    parts.map((part): OwnInquiryLine => {
      const events = eventsOf(part)
      return {
        ...{ number: number ?? '', part: part.sequence, parts: parts.length, title, isDemo },
        receivedAt: (confirmedAt ?? submittedAt).toISOString(),
        body: nameOf(part.organization),
        state: stateOf(events),
        due: findDue(readClocks(events, now, context)),
      }
    }),
  )
  return { lines, offered }
}

async function listOffered(actor: Person): Promise<OwnInquiries['offered']> {
  if (!(await hasProvenAddress(actor))) return []
  const rows = await database().inquiry.findMany({
    where: offeredInquiries(actor),
    select: { number: true, title: true },
    orderBy: { confirmedAt: 'desc' },
    take: most,
  })
  return rows.map(({ number, title }) => ({ number: number ?? '', title }))
}
