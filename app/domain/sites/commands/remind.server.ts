import type { SystemActor } from '#app/domain/accounts/model'
import { localDateOf, startOfDay } from '#app/domain/kernel/local-date'
import type { Localized } from '#app/domain/kernel/localized'
import type { WorkingCalendar } from '#app/domain/kernel/working-calendar'
import { notBanned } from '#app/domain/accounts/visible-to.server'
import { tell } from '#app/domain/notices/tell.server'
import { readCalendar } from '#app/domain/towns/queries.server'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { pathIn } from '#app/platform/i18n/language'
import { scheduleJob, work } from '#app/platform/jobs/jobs.server'
import { log } from '#app/platform/log/log.server'
import { readConfirmations } from '../confirmation-schema'
import { recipientsOf, stepToTell, toldMark, type AkimatMember, type ReminderStep } from '../reminders'
import { confirmation, usualTerm } from '../rules'
import { visibleTo } from '../visible-to.server'

const jobName = 'remind-to-confirm'
const template = 'site_reminder'
const actor: SystemActor = { kind: 'system', name: jobName }
const dayMs = 86_400_000
/** Any number that nothing else in the project locks with: reminders of several nodes are written one after another. */
const reminderLock = 20_261_122

/** Lets this process write the reminders every morning at nine. */
export async function startReminding(): Promise<void> {
  await work(jobName, async () => {
    const letters = await remindToConfirm(actor, await readCalendar())
    if (letters > 0) log.info({ letters }, 'reminded of data to confirm')
  })
  await scheduleJob(jobName, '0 9 * * *', {})
}

type Reminded = {
  id: string
  number: string
  place: { townKey: string; regionKey: string }
  confirmBy: Date
  step: ReminderStep
  name: Localized
}

/**
 * Writes one letter a person about all data that have become due, overdue or left the search since the last one, and
 * remembers what stands in a letter in the same transaction; gives the number of letters. What nobody could be told waits
 * until somebody can. Nothing on a day off, and nothing twice
 * on a day: what comes due later waits for the next morning.
 */
export async function remindToConfirm(by: SystemActor, calendar: WorkingCalendar, now = new Date()): Promise<number> {
  const today = localDateOf(now)
  if (!calendar.isWorkingDay(today)) return 0
  return inTransaction(database(), async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${reminderLock}::int)`
    const told = await tx.notice.count({ where: { event: 'sites_to_confirm', createdAt: { gte: startOfDay(today) } } })
    if (told > 0) return 0
    const sites = await findUntold(tx, by, now)
    if (sites.length === 0) return 0
    const letters = lettersAbout(sites, await readMembers(tx, now))
    await writeLetters(tx, letters, now)
    await remember(tx, [...new Set(letters.flatMap((letter) => letter.sites))])
    return letters.length
  })
}

async function findUntold(tx: Tx, by: SystemActor, now: Date): Promise<Reminded[]> {
  const before = (days: number) => new Date(now.getTime() + days * dayMs)
  const rows = await tx.site.findMany({
    where: {
      AND: [visibleTo(by), { status: 'published', publishedVersionId: { not: null } }],
      OR: [
        { confirmBy: { lt: before(confirmation.noticeDays) } },
        { confirmBy: null, confirmedAt: { lt: before(confirmation.noticeDays - confirmation.periodDays) } },
      ],
    },
    select: {
      ...{ id: true, number: true, townKey: true, confirmBy: true, confirmedAt: true, confirmations: true },
      town: { select: { regionKey: true } },
    },
    orderBy: [{ confirmBy: 'asc' }, { number: 'asc' }],
  })
  const untold = rows.flatMap(({ id, number, townKey, town, ...row }) => {
    const confirmBy = row.confirmBy ?? usualTerm(row.confirmedAt)
    const step = confirmBy && stepToTell(confirmBy, readConfirmations(row.confirmations).told, now)
    return step ? [{ id, number, place: { townKey, regionKey: town.regionKey }, confirmBy, step }] : []
  })
  const names = await readNames(
    tx,
    untold.map((site) => site.id),
  )
  return untold.map((site) => ({ ...site, name: names.get(site.id) ?? { kk: '', ru: '', en: '' } }))
}

/** Only the names, not the dossiers around them. */
async function readNames(tx: Tx, ids: string[]): Promise<Map<string, Localized>> {
  const rows = await tx.$queryRaw<{ id: string; name: Localized }[]>`
    SELECT site.id, version.dossier #> '{identity,name}' AS name
    FROM "Site" site JOIN "SiteVersion" version ON version.id = site."publishedVersionId"
    WHERE site.id = ANY(${ids}::uuid[])`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Those who may come in: a letter to nobody else leads anywhere. */
async function readMembers(tx: Tx, now: Date): Promise<AkimatMember[]> {
  const rows = await tx.member.findMany({
    where: { role: { in: ['akimat_editor', 'akimat_head'] }, organization: { kind: 'akimat' }, user: notBanned(now) },
    select: { role: true, userId: true, organization: { select: { townKey: true, regionKey: true } } },
  })
  return rows.map(({ role, userId, organization }) => ({
    role: role === 'akimat_head' ? role : 'akimat_editor',
    ...{ userId, townKey: organization.townKey, regionKey: organization.regionKey },
  }))
}

type Letter = { member: AkimatMember; sites: Reminded[] }

/** One letter a person, with each site once. */
function lettersAbout(sites: readonly Reminded[], members: readonly AkimatMember[]): Letter[] {
  const letters = new Map<string, { member: AkimatMember; sites: Map<string, Reminded> }>()
  for (const site of sites) {
    for (const member of recipientsOf(site.step, site.place, members)) {
      const letter = letters.get(member.userId) ?? { member, sites: new Map<string, Reminded>() }
      letters.set(member.userId, letter)
      letter.sites.set(site.id, site)
    }
  }
  return [...letters.values()].map((letter) => ({ member: letter.member, sites: [...letter.sites.values()] }))
}

async function writeLetters(tx: Tx, letters: readonly Letter[], now: Date): Promise<void> {
  const path = '/akimat?view=to_confirm'
  for (const { member, sites } of letters) {
    await tell(tx, {
      event: 'sites_to_confirm',
      circle: { akimat: [member.userId] },
      about: 'sites',
      dedupeKey: `${template}:${localDateOf(now)}`,
      facts: { count: sites.length },
      ...{ path, now },
      letter: ({ name, locale }) => ({
        template,
        data: {
          name,
          sites: sites.map(({ number, name: site, step, confirmBy }) => ({
            ...{ number, step, site },
            confirmBy: confirmBy.toISOString(),
          })),
          link: pathIn(locale, path),
        },
      }),
    })
  }
}

/** Adds the marks and leaves everything else, whatever somebody confirmed meanwhile. */
async function remember(tx: Tx, sites: readonly Reminded[]): Promise<void> {
  const ids = sites.map((site) => site.id)
  const marks = sites.map(({ step, confirmBy }) => toldMark(step, confirmBy))
  await tx.$executeRaw`
    UPDATE "Site" SET confirmations = jsonb_set(confirmations, '{told}', to_jsonb(given.told))
    FROM unnest(${ids}::uuid[], ${marks}::text[]) AS given(id, told) WHERE "Site".id = given.id`
}
