import { visitor, type Actor } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import { viewEligibility, type EligibilityView } from '#app/domain/eligibility/passport-view'
import type { ReadProject } from '#app/domain/eligibility/project'
import { readActiveRules } from '#app/domain/eligibility/queries.server'
import { hasCaseOn } from '#app/domain/inquiries/queries/has-case.server'
import { medianFirstAnswer } from '#app/domain/inquiries/queries/median-first-answer.server'
import { localDateOf } from '#app/domain/kernel/local-date'
import { decideBody } from '#app/domain/routing/queries.server'
import { accessLevels, type AccessLevel } from '#app/domain/sites/choices'
import type { PassportSource } from '#app/domain/sites/passport/source'
import { papersOf, photosAt } from '#app/domain/sites/public-files'
import type { PublicSite } from '#app/domain/sites/public-site'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import { readRelatives } from '#app/domain/sites/queries/read-relatives.server'
import { freshnessOf } from '#app/domain/sites/rules'
import type { TownProfile } from '#app/domain/towns/model'
import { listIncentives, listRegions, readTown } from '#app/domain/towns/queries.server'
import { env } from '#app/platform/env/env.server'
import { KeptWhileAway } from '#app/platform/outage/kept-while-away.server'
import type { Language } from '#app/platform/i18n/language'

type Asked = { number: string; reader: Actor; project: ReadProject | null; lang: Language; now: Date }

type PassportReading = { site: PublicSite; town: TownProfile; source: PassportSource; eligibility: EligibilityView }

/** Passports as visitors see them; one takes some 100 kB. */
const kept = new KeptWhileAway<PassportReading | null>(200)

/**
 * What the passport of a site is made of, for its page and for its paper; null for a number without a public page.
 * `reader`: whose photographs and papers are open; everything else is the same for everybody. While the database is away
 * visitors get what was read last.
 */
export function readSource(asked: Asked): Promise<PassportReading | null> {
  const { reader, project, lang, number } = asked
  if (reader.kind !== 'visitor' || project?.isGiven) return readNow(asked)
  return kept.read(`${lang} ${number} ${project === null ? 'paper' : 'page'}`, () => readNow(asked))
}

async function readNow({ number, reader, project, lang, now }: Asked): Promise<PassportReading | null> {
  const site = await readPassport(visitor, number)
  const town = site && (await readTown(site.townKey))
  if (site === null || town === null) return null
  const today = localDateOf(now)
  const [regions, measures, rules, surroundings, { body }] = await Promise.all([
    listRegions(),
    listIncentives(),
    readActiveRules(visitor, today),
    readRelatives(visitor, site.number),
    decideBody(visitor, { number, regionKey: town.regionKey }, today),
  ])
  const { days, inTime } = await medianFirstAnswer(visitor, body.id)
  const openLevels = await levelsFor(reader, site, town)
  const eligibility = viewEligibility({ rules, measures, site, project, today, language: lang })
  const photos = photosAt(site.dossier, site.files, openLevels)
  const { population, enterprises, rail, road } = town.facts
  const source: PassportSource = {
    ...site,
    ...{ photos, openLevels, surroundings, now, today },
    hiddenPhotos: site.dossier.photos.length - photos.length,
    papers: papersOf(site.dossier, site.files),
    freshness: freshnessOf(site.confirmBy, now),
    article234: eligibility.article234,
    town: { key: town.key, name: town.name, population, enterprises, rail, road },
    region: regions.find((region) => region.key === town.regionKey)?.name ?? town.name,
    ...{ body: body.name, firstAnswerDays: days, answersInTime: inTime, styleUrl: env().basemap.styleUrl },
  }
  return { site, town, source, eligibility }
}

async function levelsFor(reader: Actor, site: PublicSite, town: TownProfile): Promise<readonly AccessLevel[]> {
  if (reader.kind === 'visitor') return accessLevels.slice(0, 1)
  const place = { townKey: site.townKey, regionKey: town.regionKey }
  const isTrusted = may(reader, 'site.read', place) || (await hasCaseOn(reader, site.id))
  return accessLevels.slice(0, isTrusted ? 3 : 2)
}
