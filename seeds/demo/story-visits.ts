import { keepsVisits, stateOf } from '#app/domain/inquiries/clock/workflow'
import type { InquiryEvent } from '#app/domain/inquiries/clock/model'
import { spanOf } from '#app/domain/inquiries/visits/rules'
import { localDateOf, startOfDay } from '#app/domain/kernel/local-date'
import { addWorkingDays, type WorkingCalendar } from '#app/domain/kernel/working-calendar'
import type { Tx } from '#app/platform/db/client.server'
import { stableId } from '#seeds/builders/stable-id'
import type { StoryVisit } from './story'

const minutes = 60

/** A visit of a story, until it is written. */
export type ToldVisit = {
  id: string
  visit: StoryVisit
  times: Date[]
  officialId: string
  at: Date
  startsAt: Date | null
}

/** The visit that was proposed at `at`. */
export function tellVisit(
  key: string,
  visit: StoryVisit,
  officialId: string,
  at: Date,
  calendar: WorkingCalendar,
): ToldVisit {
  const [hours = 0, minute = 0] = visit.time.split(':').map(Number)
  const times = visit.days.map((days) =>
    startOfDay(addWorkingDays(calendar, localDateOf(at), days), hours * 60 + minute),
  )
  return { id: stableId(`visit:${key}`), visit, times, officialId, at, startsAt: null }
}

/** Writes the visit as the log of its case left it. */
export async function writeVisit(tx: Tx, partId: string, told: ToldVisit, log: readonly InquiryEvent[], now: Date) {
  const { id, visit, times, officialId, at, startsAt } = told
  const isOver = startsAt !== null && startsAt <= now
  const isLive = isOver || keepsVisits(stateOf(log))
  await tx.visit.create({
    data: {
      ...{ id, partId, times, minutes, officialId, startsAt, createdAt: at },
      ...{ place: visit.place, contact: visit.contact },
      endsAt: startsAt && spanOf(startsAt, minutes).end,
      state: !isLive ? 'cancelled' : startsAt === null ? 'proposed' : 'accepted',
      revision: startsAt === null ? 0 : 1,
    },
  })
}
