import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { toldSteps, type ToldStep } from '#app/domain/notices/model'
import { tell } from '#app/domain/notices/tell.server'
import { parseDossier } from '#app/domain/sites/schema'
import type { Tx } from '#app/platform/db/client.server'
import { noteChange } from '#app/platform/live/changes.server'
import { pathIn } from '#app/platform/i18n/language'
import type { Inquiry, Organization } from '#app/platform/db/generated/client'
import { addCaseKey, casePath, makeCaseKey } from '../case-key.server'
import type { ClockContext, EventType, InquiryEvent } from '../clock/model'
import { readClocks } from '../clock/rules'
import { caseOf, circleOf, investorOf, ownCaseOf } from './circle.server'
import { languageOf, type LockedPart } from './event-log.server'

/** Tells the investor of a step of the case; says nothing of steps that need no letter. */
export async function tellInvestor(
  tx: Tx,
  part: LockedPart,
  type: EventType,
  now: Date,
  context: ClockContext,
  reason?: string,
): Promise<void> {
  const step = toldSteps.find((known): known is ToldStep => known === type)
  if (step === undefined) return
  const { inquiry } = part
  const legal = readClocks(part.events, now, context).legal
  await queueNotice(tx, {
    template: 'inquiry_state',
    locale: languageOf(inquiry),
    to: inquiry.email,
    dedupeKey: `inquiry_state:${part.id}:${part.events.length}`,
    about: `inquiry:${inquiry.id}`,
    data: {
      name: inquiry.name,
      number: inquiry.number ?? '',
      step,
      body: nameOf(part.organization),
      reason,
      dueOn: legal !== null && legal.endedAt === null && legal.due !== null ? legal.due : undefined,
      link: linkOf(inquiry),
    },
  })
  await tell(tx, {
    event: 'own_step',
    circle: investorOf(inquiry),
    ...ownCaseOf(inquiry.number),
    dedupeKey: `inquiry_state:${part.id}:${part.events.length}`,
    facts: { number: inquiry.number ?? '', body: nameOf(part.organization), step },
    now,
  })
}

type Answer = { id: string; text: string }

/** Sends the words of the body to the investor. */
export async function sendAnswer(tx: Tx, part: LockedPart, message: Answer, now: Date): Promise<void> {
  const { inquiry } = part
  await queueNotice(tx, {
    template: 'inquiry_message',
    locale: languageOf(inquiry),
    to: inquiry.email,
    dedupeKey: `inquiry_message:${message.id}`,
    about: `inquiry:${inquiry.id}`,
    data: {
      name: inquiry.name,
      number: inquiry.number ?? '',
      body: nameOf(part.organization),
      text: addCaseKey(message.text, inquiry.number ?? '', makeCaseKey(inquiry.submissionKey)),
      link: linkOf(inquiry),
    },
  })
  await tell(tx, {
    event: 'own_message',
    circle: investorOf(inquiry),
    ...ownCaseOf(inquiry.number),
    dedupeKey: `inquiry_message:${message.id}`,
    facts: { number: inquiry.number ?? '', body: nameOf(part.organization) },
    now,
  })
}

export type NewCase = {
  part: { id: string; sequence: number; organizationId: string; assigneeId: string | null }
  inquiry: Pick<Inquiry, 'number' | 'title'>
  sites: Localized[]
  events: readonly InquiryEvent[]
}

/** Tells the officer who got the case; where nobody did, everybody of the body who may answer. */
export async function tellOfficers(
  tx: Tx,
  { part, inquiry, sites, events }: NewCase,
  now: Date,
  context: ClockContext,
) {
  const clocks = readClocks(events, now, context)
  const legalDueOn = clocks.legal?.due ?? ''
  const promise = [clocks.firstAnswer, clocks.nextStep].find((clock) => clock !== null && clock.endedAt === null)
  const number = inquiry.number ?? ''
  const { title } = inquiry
  const { about, path } = caseOf(inquiry.number, part.sequence)
  await noteChange(tx, [`body:${part.organizationId}`])
  await tell(tx, {
    event: 'case_new',
    circle: await circleOf(tx, part, now),
    ...{ about, path, now },
    dedupeKey: `officer_new_inquiry:${part.id}:${events.length}`,
    facts: { number, title },
    letter: ({ name, locale }) => ({
      template: 'officer_new_inquiry',
      data: {
        ...{ name, number, title, sites, legalDueOn },
        promiseDueOn: promise?.due ?? legalDueOn,
        link: pathIn(locale, path),
      },
    }),
  })
}

/** Tells the body what the investor did to a part; each event once after one state of its log. */
export async function tellBody(
  tx: Tx,
  event: 'investor_wrote' | 'case_withdrawn' | 'case_rated',
  part: LockedPart,
  now: Date,
): Promise<void> {
  const { inquiry, sequence, events } = part
  await tell(tx, {
    event,
    circle: await circleOf(tx, part, now),
    ...caseOf(inquiry.number, sequence),
    dedupeKey: `${event}:${part.id}:${events.length}`,
    facts: { number: inquiry.number ?? '', title: inquiry.title },
    now,
  })
}

/** The sites of a part as a letter names them. */
export async function readSiteNames(tx: Tx, partId: string) {
  const rows = await tx.inquirySite.findMany({
    where: { partId },
    select: { site: { select: { number: true, publishedVersion: { select: { dossier: true } } } } },
  })
  return rows.flatMap(({ site }) =>
    site.publishedVersion ? [nameSite(site.number, parseDossier(site.publishedVersion.dossier).identity.name)] : [],
  )
}

/** The name of a site as a letter gives it, with its number. */
export function nameSite(number: string, name: Localized): Localized {
  const say = (language: 'kk' | 'ru' | 'en') => `${chooseText(name, language).text} (${number})`
  return { kk: say('kk'), ru: say('ru'), en: say('en') }
}

export function nameOf(row: Pick<Organization, 'nameKk' | 'nameRu' | 'nameEn'>): Localized {
  return { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }
}

function linkOf(inquiry: Inquiry): string {
  return casePath(languageOf(inquiry), inquiry.number ?? '', makeCaseKey(inquiry.submissionKey))
}
