import type { Actor } from '#app/domain/accounts/model'
import { chooseText } from '#app/domain/kernel/localized'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { notFound } from '#app/platform/http/not-found.server'
import { translator } from '#app/platform/i18n/i18n.server'
import { pathIn, type Language } from '#app/platform/i18n/language'
import { casePath } from '../case-key.server'
import { isInvestorOf, type CaseAddress } from '../investor-access.server'
import { visibleParts } from '../visible-to.server'
import { writeCalendar } from '../visits/calendar-file.server'
import type { VisitLine } from '../visits/model'
import { nameOf, viewVisit } from './part-view.server'
import { readNames } from './people-names.server'

/** Visits that one page lists. */
const most = 200

const visitInclude = {
  part: {
    include: {
      inquiry: true,
      organization: true,
      sites: { select: { site: { select: { number: true } } }, orderBy: { site: { number: 'asc' } } },
    },
  },
} as const satisfies Prisma.VisitInclude

type VisitRow = Prisma.VisitGetPayload<{ include: typeof visitInclude }>

/** Visits of the actor's body that are ahead: those agreed, the earliest first, then those that wait for the investor. */
export async function listVisits(actor: Actor, now = new Date()): Promise<{ agreed: VisitLine[]; open: VisitLine[] }> {
  const find = (where: Prisma.VisitWhereInput, orderBy: Prisma.VisitOrderByWithRelationInput[]) =>
    database().visit.findMany({
      where: { AND: [{ part: visibleParts(actor) }, where] },
      include: visitInclude,
      orderBy,
      take: most,
    })
  const [agreed, open] = await Promise.all([
    find({ state: 'accepted', endsAt: { gt: now } }, [{ startsAt: 'asc' }, { id: 'asc' }]),
    find({ state: 'proposed' }, [{ createdAt: 'asc' }, { id: 'asc' }]),
  ])
  const names = await readNames([...agreed, ...open].map(({ officialId }) => officialId))
  const view = (row: VisitRow): VisitLine => ({
    ...viewVisit(row, names, now),
    number: row.part.inquiry.number ?? '',
    part: row.part.sequence,
    title: row.part.inquiry.title,
    from: row.part.inquiry.organizationName ?? row.part.inquiry.name,
    sites: row.part.sites.map(({ site }) => site.number),
    isMine: actor.kind === 'person' && row.officialId === actor.userId,
    isDemo: row.part.inquiry.isDemo,
  })
  return { agreed: agreed.map(view), open: open.map(view) }
}

/** The calendar file of an agreed visit for its body; 404 for another body's, and when nothing was agreed. */
export async function readBodyVisitFile(actor: Actor, id: string, language: Language): Promise<VisitFile> {
  const row = await database().visit.findFirst({
    where: { AND: [{ id }, { part: visibleParts(actor) }] },
    include: visitInclude,
  })
  if (row === null) throw notFound()
  const { inquiry, sequence } = row.part
  return makeFile(row, language, pathIn(language, `/spk/inquiries/${inquiry.number}/${sequence}`))
}

/** The calendar file of an agreed visit for the investor; 404 for who may not open it and for a visit of another inquiry. */
export async function readInvestorVisitFile(
  actor: Actor,
  address: CaseAddress,
  id: string,
  language: Language,
): Promise<VisitFile> {
  const row = await database().visit.findFirst({
    where: { id, part: { inquiry: { number: address.number } } },
    include: visitInclude,
  })
  if (row === null || !isInvestorOf(actor, row.part.inquiry, address.key)) throw notFound()
  const path = pathIn(language, `/inquiries/${address.number}`)
  return makeFile(row, language, address.key === null ? path : casePath(language, address.number, address.key))
}

/** Name of the file without its ending, and what is in it. */
export type VisitFile = { name: string; text: string }

function makeFile(row: VisitRow, language: Language, path: string): VisitFile {
  const { id, revision, state, startsAt: start, endsAt: end, place, contact, part } = row
  if (start === null || end === null) throw notFound()
  const t = translator(language)
  const number = part.inquiry.number ?? ''
  const sites = part.sites.map(({ site }) => site.number).join(', ')
  const text = writeCalendar({
    ...{ id, revision, start, end, language, isCancelled: state === 'cancelled', location: place },
    summary: t('visits.file.summary', { sites }),
    description: [
      t('visits.file.about', { number, title: part.inquiry.title }),
      chooseText(nameOf(part.organization), language).text,
      `${t('visits.contact')}: ${contact}`,
    ].join('\n'),
    url: publicOrigin() + path,
  })
  return { name: `visit-${number}`, text }
}
