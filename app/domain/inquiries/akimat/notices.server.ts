import { notBanned } from '#app/domain/accounts/visible-to.server'
import { localDateOfUtcMidnight } from '#app/domain/kernel/local-date'
import type { Localized } from '#app/domain/kernel/localized'
import { tell } from '#app/domain/notices/tell.server'
import { parseDossier } from '#app/domain/sites/schema'
import type { Tx } from '#app/platform/db/client.server'
import { pathIn } from '#app/platform/i18n/language'
import { caseOf, circleOf } from '../commands/circle.server'
import type { LockedPart } from '../commands/event-log.server'
import { nameOf, nameSite } from '../commands/notices.server'

type Request = { id: string; organizationId: string; text: string; dueOn: Date; site: { number: string } }

/** Tells the people of the akimat that they are asked. */
export async function tellAkimat(tx: Tx, part: LockedPart, request: Request, now: Date): Promise<void> {
  const members = await tx.member.findMany({
    where: { organizationId: request.organizationId, user: notBanned(now) },
    select: { userId: true },
    orderBy: { id: 'asc' },
  })
  const number = part.inquiry.number ?? ''
  const body = nameOf(part.organization)
  const site = await nameOfSite(tx, request.site.number)
  const dueOn = localDateOfUtcMidnight(request.dueOn)
  const path = `/akimat/inquiries#${request.id}`
  await tell(tx, {
    event: 'akimat_asked',
    circle: { akimat: members.map(({ userId }) => userId) },
    about: `akimat-request:${request.id}`,
    ...{ path, now },
    dedupeKey: `akimat_asked:${request.id}`,
    facts: { number, body, site, day: dueOn },
    letter: ({ name, locale }) => ({
      template: 'akimat_asked',
      data: { name, number, site, by: body, text: request.text, dueOn, link: pathIn(locale, path) },
    }),
  })
}

type Answered = {
  id: string
  askedById: string
  answer: string
  site: { number: string }
  organization: { nameKk: string; nameRu: string; nameEn: string }
}

/** Tells who has the case now and who asked, as far as they are still of the body. */
export async function tellBody(tx: Tx, part: LockedPart, request: Answered, now: Date): Promise<void> {
  const circle = await circleOf(tx, part, now)
  const number = part.inquiry.number ?? ''
  const by = nameOf(request.organization)
  const site = await nameOfSite(tx, request.site.number)
  const { about, path } = caseOf(number, part.sequence)
  await tell(tx, {
    event: 'akimat_answered',
    circle: { ...circle, named: circle.officers.filter((id) => id === request.askedById) },
    ...{ about, path, now },
    dedupeKey: `akimat_answered:${request.id}`,
    facts: { number, body: by, site },
    letter: ({ name, locale }) => ({
      template: 'akimat_answered',
      data: { name, number, site, by, text: request.answer, link: pathIn(locale, path) },
    }),
  })
}

async function nameOfSite(tx: Tx, number: string): Promise<Localized> {
  const site = await tx.site.findUnique({
    where: { number },
    select: { publishedVersion: { select: { dossier: true } } },
  })
  const name = site?.publishedVersion ? parseDossier(site.publishedVersion.dossier).identity.name : null
  return nameSite(number, name ?? { kk: '', ru: '', en: '' })
}
