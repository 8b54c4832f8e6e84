import type { Actor, Person } from '#app/domain/accounts/model'
import { insideEvents, type EventType } from '#app/domain/inquiries/clock/model'
import { openOwnCase } from '#app/domain/inquiries/queries/own-case.server'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { ownInquiries, ownLetters, ownSubscribers, readOwn } from '../own-rows.server'

export type OwnData = Record<string, unknown>

/** A stored file of an inquiry: its place in the archive, and what it is stored under. */
export type OwnFile = { name: string; sha256: string; contentType: string }

const consent = { consentText: true, consentedAt: true, consentLocale: true } as const

const accountSelect = {
  ...{ name: true, email: true, locale: true, languages: true, role: true, createdAt: true, ...consent },
  emailChanges: {
    where: { oldEmail: { not: null } },
    select: { oldEmail: true, email: true, usedAt: true },
    orderBy: { usedAt: 'asc' },
  },
  members: {
    select: {
      role: true,
      createdAt: true,
      organization: { select: { nameKk: true, nameRu: true, nameEn: true } },
    },
  },
} as const satisfies Prisma.UserSelect

const inquirySelect = {
  ...{ number: true, name: true, email: true, organizationName: true, bin: true, phone: true, country: true },
  ...{
    locale: true,
    sectorKey: true,
    title: true,
    text: true,
    briefCriteria: true,
    submittedAt: true,
    confirmedAt: true,
  },
  ...{ consentText: true, consentedAt: true, erasedAt: true },
  parts: {
    select: {
      ...{ sequence: true, state: true, registeredAt: true, closedAt: true },
      organization: { select: { nameKk: true, nameRu: true, nameEn: true } },
      sites: { select: { site: { select: { number: true } } } },
      events: { select: { type: true, at: true, actorKind: true }, orderBy: { sequence: 'asc' } },
      messages: {
        where: { kind: { not: 'note' } },
        select: { kind: true, authorName: true, text: true, createdAt: true },
        orderBy: { createdAt: 'asc' },
      },
      attachments: {
        where: { access: 'parties' },
        select: { id: true, fileName: true, contentType: true, bytes: true, sha256: true, createdAt: true },
      },
      visits: { select: { state: true, times: true, startsAt: true, place: true, contact: true } },
      rating: { select: { stars: true, text: true, ratedAt: true } },
      outcome: { select: { contractNumber: true, contractOn: true, jobs: true, reconversion: true } },
    },
    orderBy: { sequence: 'asc' },
  },
} as const satisfies Prisma.InquirySelect

/** Everything of a person: what they said, what was kept of them, and what they were told. Notes of officials are not theirs. */
export async function readOwnData({ userId, email }: Person): Promise<{ data: OwnData; files: OwnFile[] }> {
  const db = database()
  const own = { where: { userId } }
  const whose = await readOwn(db, { userId, email })
  const [account, sessions, briefs, subscribers, inquiries, notices, preferences, letters] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: userId }, select: accountSelect }),
    db.session.findMany({ ...own, select: { createdAt: true, expiresAt: true, ipAddress: true, userAgent: true } }),
    db.brief.findMany({
      where: { ownerId: userId },
      select: { title: true, body: true, createdAt: true, updatedAt: true, deletedAt: true },
    }),
    db.subscriber.findMany({
      // An earlier holder of the mailbox may still have a subscription by it, in an account of their own.
      where: { AND: [ownSubscribers(whose), { OR: [{ userId }, { userId: null }] }] },
      select: {
        ...{ email: true, locale: true, confirmedAt: true, unsubscribedAt: true, ...consent },
        favourites: { select: { createdAt: true, site: { select: { number: true } } } },
        watches: { select: { title: true, query: true, rhythm: true, createdAt: true } },
      },
    }),
    db.inquiry.findMany({
      where: ownInquiries(whose),
      select: inquirySelect,
      orderBy: { submittedAt: 'asc' },
    }),
    db.notice.findMany({ ...own, select: { event: true, facts: true, createdAt: true, readAt: true } }),
    db.noticePreference.findMany({ ...own, select: { group: true, rhythm: true } }),
    db.outboxMessage.findMany({
      where: ownLetters(whose),
      select: { subject: true, status: true, createdAt: true, sentAt: true },
    }),
  ])
  const { members, consentText, consentedAt, consentLocale, ...person } = account
  const favourites = subscribers.flatMap((one) => one.favourites)
  const shown = inquiries.map(showInquiry)
  const data = {
    account: person,
    memberships: members,
    consents: listConsents({ account: { consentText, consentedAt, consentLocale }, subscribers, inquiries }),
    sessions,
    briefs,
    favourites: favourites.map(({ site, createdAt }) => ({ number: site.number, createdAt })),
    searches: subscribers.flatMap(({ watches }) => watches),
    ...{ inquiries: shown.map((one) => one.inquiry), notices, preferences, letters },
  }
  return { data, files: shown.flatMap((one) => one.files) }
}

/** The same of one inquiry, for whoever its address opens it to; 404 for everybody else. */
export async function readOwnCase(actor: Actor, address: { number: string; key: string | null }) {
  const { id } = await openOwnCase(actor, address)
  const row = await database().inquiry.findUniqueOrThrow({ where: { id }, select: inquirySelect })
  const { inquiry, files } = showInquiry(row)
  return { name: row.name, data: { consents: listConsents({ inquiries: [row] }), inquiries: [inquiry] }, files }
}

type InquiryRow = Prisma.InquiryGetPayload<{ select: typeof inquirySelect }>

function showInquiry(row: InquiryRow): { inquiry: object; files: OwnFile[] } {
  const files: OwnFile[] = []
  const parts = row.parts.map(({ attachments, sites, events, ...part }) => ({
    ...part,
    sites: sites.map(({ site }) => site.number),
    events: events.filter(({ type }) => !insideEvents.has(type as EventType)),
    files: attachments.map(({ id, sha256, contentType, fileName, ...file }) => {
      const name = `files/${row.number ?? 'new'}/${id.slice(-6)}-${fileName.replace(/[^\p{L}\p{N}._ -]/gu, '_')}`
      files.push({ name, sha256, contentType })
      return { ...file, fileName, inArchive: name }
    }),
  }))
  return { inquiry: { ...row, parts }, files }
}

type Given = { consentText?: string | null; consentedAt?: Date | null; consentLocale?: string | null }

function listConsents(given: { account?: Given; subscribers?: Given[]; inquiries: InquiryRow[] }) {
  const { account, subscribers = [], inquiries } = given
  return [
    { purpose: 'account', ...account },
    ...subscribers.map(({ consentText, consentedAt, consentLocale }) => ({
      purpose: 'letters',
      ...{ consentText, consentedAt, consentLocale },
    })),
    ...inquiries.map(({ number, consentText, consentedAt, locale }) => ({
      purpose: 'inquiry',
      number,
      consentText,
      consentedAt,
      consentLocale: locale,
    })),
  ].filter(({ consentText }) => consentText)
}
