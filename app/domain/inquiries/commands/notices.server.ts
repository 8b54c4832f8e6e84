import type { MemberRole } from '#app/domain/accounts/model'
import { permissions } from '#app/domain/accounts/policy'
import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { toldSteps, type ToldStep } from '#app/domain/notices/model'
import type { Tx } from '#app/platform/db/client.server'
import { isLanguage } from '#app/platform/i18n/language'
import type { Inquiry, Organization } from '#app/platform/db/generated/client'
import { casePath, makeCaseKey } from '../case-key.server'
import type { ClockContext, EventType, InquiryEvent } from '../clock/model'
import { readClocks } from '../clock/rules'
import { languageOf, type LockedPart } from './event-log.server'

const answeringRoles = Object.keys(permissions['inquiry.answer']) as MemberRole[]

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
}

/** Sends the words of the body to the investor. */
export async function sendAnswer(tx: Tx, part: LockedPart, message: { id: string; text: string }): Promise<void> {
  const { inquiry } = part
  await queueNotice(tx, {
    template: 'inquiry_message',
    locale: languageOf(inquiry),
    to: inquiry.email,
    dedupeKey: `inquiry_message:${message.id}`,
    data: {
      name: inquiry.name,
      number: inquiry.number ?? '',
      body: nameOf(part.organization),
      text: message.text,
      link: linkOf(inquiry),
    },
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
  const members = await tx.member.findMany({
    where: {
      organizationId: part.organizationId,
      role: { in: answeringRoles },
      ...(part.assigneeId === null ? {} : { userId: part.assigneeId }),
    },
    select: { user: { select: { id: true, name: true, email: true, locale: true } } },
  })
  const clocks = readClocks(events, now, context)
  const legalDueOn = clocks.legal?.due ?? ''
  const promise = [clocks.firstAnswer, clocks.nextStep].find((clock) => clock !== null && clock.endedAt === null)
  const number = inquiry.number ?? ''
  for (const { user } of members) {
    const locale = isLanguage(user.locale) ? user.locale : 'kk'
    await queueNotice(tx, {
      template: 'officer_new_inquiry',
      locale,
      to: user.email,
      dedupeKey: `officer_new_inquiry:${part.id}:${events.length}:${user.id}`,
      data: {
        name: user.name,
        number,
        title: inquiry.title,
        sites,
        promiseDueOn: promise?.due ?? legalDueOn,
        legalDueOn,
        link: `/${locale}/spk/inquiries/${number}/${part.sequence}`,
      },
    })
  }
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
