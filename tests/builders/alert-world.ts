import type { Keeper } from '#app/domain/alerts/model'
import { saveWatch } from '#app/domain/alerts/commands/watches.server'
import type { Rhythm } from '#app/domain/alerts/model'
import type { Brief } from '#app/domain/matching/model'
import { makeBriefKey } from '#app/domain/matching/queries/brief-key.server'
import { dropCatalogue } from '#app/domain/search/catalogue.server'
import { emptyDossier } from '#app/domain/sites/empty-dossier'
import type { Db } from '#app/platform/db/client.server'
import { hashLinkSecret } from '#app/platform/secrets/link-secret.server'
import { addPerson, signedIn } from '#tests/builders/people'
import { randomUUID } from 'node:crypto'

/** A Monday in Almaty, 12:00. */
export const noon = new Date('2026-06-08T07:00:00Z')

export const after = (minutes: number, from = noon) => new Date(from.getTime() + minutes * 60_000)

/** Publishes a building in Balkhash with so much free power, or publishes it anew, at that moment. */
export async function publishWithPower(db: Db, number: string, kw: number | null, at: Date): Promise<void> {
  const dossier = emptyDossier('building')
  dossier.identity.name = { kk: `${number} цехы`, ru: `Цех ${number}`, en: `Workshop ${number}` }
  dossier.utilities.electricity = { ...dossier.utilities.electricity, presence: 'connected', free: kw }
  const site = await db.site.upsert({
    where: { number },
    create: { number, townKey: 'balkhash', kind: 'building' },
    update: {},
  })
  const sequence = (await db.siteVersion.count({ where: { siteId: site.id } })) + 1
  const version = await db.siteVersion.create({ data: { siteId: site.id, sequence, state: 'published', dossier } })
  const marks = { publishedAt: at, confirmedAt: at, changedAt: at }
  await db.site.update({
    where: { id: site.id },
    data: { status: 'published', publishedVersionId: version.id, ...marks },
  })
  // It follows the clock of the database, not that of the tests.
  dropCatalogue()
}

/** Somebody with an account, as keeper. */
export async function addKeeper(db: Db, email?: string): Promise<Keeper & { email: string }> {
  const user = await addPerson(db, { email })
  return { actor: await signedIn(db, user.id), provenId: null, email: user.email }
}

/** Saves "400 kW or more in Balkhash". */
export async function watchPower(keeper: Keeper, rhythm: Rhythm, at: Date, kw = 400): Promise<void> {
  const query = `power_min=${kw}&town=balkhash`
  const verdict = await saveWatch(keeper, { query, title: `От ${kw} кВт`, rhythm }, at)
  if (!verdict.ok) throw new Error(verdict.code)
}

/** Saves a brief that must have 400 kW, without an owner; gives its address. */
export async function addBrief(db: Db): Promise<{ id: string; key: string }> {
  const body: Brief = {
    ...{ activity: 'Цех', startOn: null, jobs: null, investmentKzt: null },
    needs: { electricity: { min: 400, importance: 'must' } },
  }
  const id = randomUUID()
  const key = makeBriefKey(id)
  await db.brief.create({ data: { id, body, locale: 'ru', secretHash: hashLinkSecret(key) } })
  return { id, key }
}
