import type { MemberRole } from '#app/domain/accounts/model'
import { visitor } from '#app/domain/accounts/model'
import { makeCaseKey } from '#app/domain/inquiries/case-key.server'
import { confirmInquiry } from '#app/domain/inquiries/commands/confirm-inquiry.server'
import { submitInquiry } from '#app/domain/inquiries/commands/submit-inquiry.server'
import type { PartRef } from '#app/domain/inquiries/model'
import type { SubmitInput } from '#app/domain/inquiries/schema'
import { emptyDossier } from '#app/domain/sites/empty-dossier'
import type { SiteStatus } from '#app/domain/sites/choices'
import type { Db } from '#app/platform/db/client.server'
import { loadReference } from '#seeds/reference/load-reference'
import { addPerson, signedIn } from '#tests/builders/people'
import { randomUUID } from 'node:crypto'

/** A Monday morning in Kazakhstan. */
export const monday = new Date('2026-06-08T05:00:00Z')

/** The register without anything of people: regions, towns, bodies with their assignments, calendar. */
export async function addReference(db: Db): Promise<void> {
  await loadReference(db, monday)
}

/** A published site without facts but its name. */
export async function addSite(db: Db, number: string, townKey: string, status: SiteStatus = 'published') {
  const dossier = emptyDossier('building')
  dossier.identity.name = { kk: `${number} цехы`, ru: `Цех ${number}`, en: `Workshop ${number}` }
  const site = await db.site.create({ data: { number, townKey, kind: 'building' } })
  const version = await db.siteVersion.create({ data: { siteId: site.id, sequence: 1, state: 'published', dossier } })
  const published = status === 'draft' ? {} : { publishedVersionId: version.id, publishedAt: monday }
  await db.site.update({ where: { id: site.id }, data: { status, ...published, confirmedAt: monday } })
}

export async function addOfficial(db: Db, slug: string, role: MemberRole, name = 'Айгерим Жумабаева') {
  const { id } = await db.organization.findUniqueOrThrow({ where: { slug } })
  const user = await addPerson(db, { name, memberOf: { organizationId: id, role } })
  return signedIn(db, user.id)
}

/** What somebody types, as the form gives it. */
export function typed(changes: Partial<SubmitInput> = {}): SubmitInput {
  return {
    form: randomUUID(),
    site: ['BLQ-0042'],
    name: 'Ержан Сатпаев',
    email: `${randomUUID()}@betpak.kz`,
    organization: 'ТОО «Бетпак»',
    bin: null,
    phone: null,
    country: null,
    sector: 'manufacturing',
    title: 'Переработка шерсти',
    text: 'Нужны цех и 400 кВт, двадцать рабочих мест.',
    again: false,
    ...changes,
  }
}

export const sender = { locale: 'ru', address: '10.0.0.1' } as const

/** Sends a form and gives the secret of its letter. */
export async function submitted(changes: Partial<SubmitInput> = {}, now = monday): Promise<string> {
  const verdict = await submitInquiry(visitor, typed(changes), { ...sender, address: randomUUID() }, now)
  if (!verdict.ok) throw new Error(verdict.code)
  return makeCaseKey(verdict.value.reference)
}

/** A registered inquiry with number and key. */
export async function registered(changes: Partial<SubmitInput> = {}, now = monday) {
  const verdict = await confirmInquiry(visitor, await submitted(changes, now), now)
  if (!verdict.ok) throw new Error(verdict.code)
  return verdict.value
}

export type OpenCase = { ref: PartRef; address: { number: string; key: string }; email: string }

/** A registered inquiry of an investor of its own, with its first part. */
export async function openCase(changes: Partial<SubmitInput> = {}): Promise<OpenCase> {
  const email = `${randomUUID()}@betpak.kz`
  const address = await registered({ email, ...changes })
  return { ref: { number: address.number, part: 1 }, address, email }
}

/** The code of a verdict, or null when it is a yes. */
export function codeOf(verdict: { ok: true } | { ok: false; code: string }): string | null {
  return verdict.ok ? null : verdict.code
}

/** Status of the response that was thrown; fails when nothing was. */
export async function thrownStatus(run: Promise<unknown>): Promise<number> {
  const thrown: unknown = await run.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Response)) throw new Error('No response was thrown', { cause: thrown })
  return thrown.status
}
