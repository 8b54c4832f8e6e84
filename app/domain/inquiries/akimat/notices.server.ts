import { notBanned } from '#app/domain/accounts/visible-to.server'
import { localDateOfUtcMidnight } from '#app/domain/kernel/local-date'
import type { Localized } from '#app/domain/kernel/localized'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { parseDossier } from '#app/domain/sites/schema'
import type { Tx } from '#app/platform/db/client.server'
import { isLanguage } from '#app/platform/i18n/language'
import type { LockedPart } from '../commands/event-log.server'
import { nameOf, nameSite } from '../commands/notices.server'

type Request = { id: string; organizationId: string; text: string; dueOn: Date; site: { number: string } }

const userSelect = { id: true, name: true, email: true, locale: true } as const

/** Tells the people of the akimat that they are asked. */
export async function tellAkimat(tx: Tx, part: LockedPart, request: Request): Promise<void> {
  const members = await tx.member.findMany({
    where: { organizationId: request.organizationId, user: notBanned(new Date()) },
    select: { user: { select: userSelect } },
    orderBy: { id: 'asc' },
  })
  const site = await nameOfSite(tx, request.site.number)
  for (const { user } of members) {
    const locale = isLanguage(user.locale) ? user.locale : 'kk'
    await queueNotice(tx, {
      template: 'akimat_asked',
      locale,
      to: user.email,
      dedupeKey: `akimat_asked:${request.id}:${user.id}`,
      data: {
        ...{
          name: user.name,
          number: part.inquiry.number ?? '',
          site,
          by: nameOf(part.organization),
          text: request.text,
        },
        dueOn: localDateOfUtcMidnight(request.dueOn),
        link: `/${locale}/akimat/inquiries#${request.id}`,
      },
    })
  }
}

type Answered = {
  id: string
  askedById: string
  answer: string
  site: { number: string }
  organization: { nameKk: string; nameRu: string; nameEn: string }
}

/** Tells who asked, and who has the case now, as far as they are still of the body. */
export async function tellBody(tx: Tx, part: LockedPart, request: Answered, now: Date): Promise<void> {
  const ids = [...new Set([request.askedById, part.assigneeId])].filter((id) => id !== null)
  const members = { some: { organizationId: part.organizationId } }
  const users = await tx.user.findMany({
    where: { AND: [{ id: { in: ids }, members }, notBanned(now)] },
    select: userSelect,
    orderBy: { id: 'asc' },
  })
  const number = part.inquiry.number ?? ''
  const site = await nameOfSite(tx, request.site.number)
  for (const user of users) {
    const locale = isLanguage(user.locale) ? user.locale : 'kk'
    await queueNotice(tx, {
      template: 'akimat_answered',
      locale,
      to: user.email,
      dedupeKey: `akimat_answered:${request.id}:${user.id}`,
      data: {
        ...{ name: user.name, number, site, by: nameOf(request.organization), text: request.answer },
        link: `/${locale}/spk/inquiries/${number}/${part.sequence}`,
      },
    })
  }
}

async function nameOfSite(tx: Tx, number: string): Promise<Localized> {
  const site = await tx.site.findUnique({
    where: { number },
    select: { publishedVersion: { select: { dossier: true } } },
  })
  const name = site?.publishedVersion ? parseDossier(site.publishedVersion.dossier).identity.name : null
  return nameSite(number, name ?? { kk: '', ru: '', en: '' })
}
