import { visitor } from '#app/domain/accounts/model'
import type { IncentiveView } from '#app/domain/eligibility/incentives'
import { viewEligibility } from '#app/domain/eligibility/passport-view'
import { readActiveRules } from '#app/domain/eligibility/queries.server'
import type { RuleView, ZoneView } from '#app/domain/eligibility/view'
import { medianFirstAnswer } from '#app/domain/inquiries/queries/median-first-answer.server'
import { localDateOf } from '#app/domain/kernel/local-date'
import { chooseText } from '#app/domain/kernel/localized'
import { decideBody } from '#app/domain/routing/queries.server'
import { photosOnPaper } from '#app/domain/sites/pdf/make-passport.server'
import type { PassportSheet, SheetIncentive, SheetRule, SheetZone } from '#app/domain/sites/pdf/model'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import { freshnessOf } from '#app/domain/sites/rules'
import { sourceCodes, type Source, type TownProfile } from '#app/domain/towns/model'
import { listIncentives, listRegions, readTown } from '#app/domain/towns/queries.server'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { translator } from '#app/platform/i18n/i18n.server'
import { makeFormat } from '#app/platform/i18n/format'
import { pathIn, type Language } from '#app/platform/i18n/language'
import type { TFunction } from 'i18next'

/** Everything that the passport of a site says on paper; null where its page does not exist either. */
export async function readSheet(number: string, lang: Language, now: Date): Promise<PassportSheet | null> {
  const site = await readPassport(visitor, number)
  const town = site && (await readTown(site.townKey))
  if (site === null || town === null) return null
  const today = localDateOf(now)
  const [regions, measures, rules, { body }] = await Promise.all([
    listRegions(),
    listIncentives(),
    readActiveRules(visitor, today),
    decideBody(visitor, town.regionKey, today),
  ])
  const { days } = await medianFirstAnswer(visitor, body.id)
  const { kind, status, isDemo, dossier, photos } = site
  const { zone, article234, incentives } = viewEligibility({ rules, measures, site, project: null, today, language: lang })
  const t = translator(lang)
  const region = regions.find(({ key }) => key === town.regionKey)
  return {
    ...{ lang, today, number: site.number, kind, status, isDemo, article234 },
    url: `${publicOrigin()}${pathIn(lang, `/sites/${site.number}`)}`,
    freshness: freshnessOf(site.confirmBy, now),
    confirmedAt: site.confirmedAt?.toISOString() ?? null,
    endedAt: site.endedAt?.toISOString() ?? null,
    // What is internal does not even reach the paper's thread.
    dossier: { ...dossier, rights: { ...dossier.rights, owner: '' }, responsible: withoutPerson(dossier.responsible) },
    town: { name: town.name, point: town.point, facts: factsOfTown(town, lang) },
    region: { key: town.regionKey, name: region?.name ?? town.name },
    zone: sayZone(zone, lang),
    incentives: [...incentives.open, ...incentives.ask, ...incentives.refused, ...incentives.closed].map((measure) => sayMeasure(measure, t)),
    body: body.name,
    firstAnswerDays: days,
    photos: photosOnPaper(photos, dossier),
  }
}

function withoutPerson(responsible: PassportSheet['dossier']['responsible']) {
  return { ...responsible, name: '', position: '', phone: '', email: '' }
}

function sayZone(zone: ZoneView, lang: Language): SheetZone {
  const t = translator(lang)
  const limits = [
    zone.empty.length === 0 ? '' : t('eligibility.zone.empty', { list: zone.empty.join(', ') }),
    zone.version === null || zone.validFrom === null
      ? t('eligibility.zone.no_rules')
      : t('eligibility.zone.version', {
          version: zone.version,
          date: makeFormat(lang, t).date(zone.validFrom),
          citation: zone.citation,
        }),
    t('eligibility.zone.terms'),
  ]
  return {
    verdict: zone.verdict,
    rules: zone.rules.map((rule) => sayRule(rule, t)),
    limits: limits.filter(Boolean).join(' '),
  }
}

/** A rule with what follows from its answer and who can help. */
function sayRule({ answer, question, consequence, supply, citation, isUnverified }: RuleView, t: TFunction): SheetRule {
  const who = supply.map((supplier) => t(`eligibility.supplier.${supplier}`)).join(', ')
  const note = [
    consequence === 'met' ? '' : t(`eligibility.consequence.${consequence}`),
    who === '' ? '' : t('eligibility.who', { list: who }),
  ]
  return {
    ...{ answer, question, note: note.filter(Boolean).join(' · ') },
    citation: isUnverified ? `${citation} ${t('eligibility.unverified_citation')}` : citation,
  }
}

function sayMeasure({ name, terms, basis, availability, verdict, source }: IncentiveView, t: TFunction): SheetIncentive {
  return {
    ...{ name, terms, basis, availability },
    verdict: verdict === null ? '' : t(`sites.zone_verdict.${verdict}`),
    source: saySource(source, t),
  }
}

function saySource({ label }: Source, t: TFunction): string {
  const code = sourceCodes.find((candidate) => candidate === label)
  return code === undefined ? label : t(`towns.source.${code}`)
}

/** The town in brief: people, employers, ways. */
function factsOfTown({ facts }: TownProfile, lang: Language): PassportSheet['town']['facts'] {
  const t = translator(lang)
  const { population, enterprises, rail, road } = facts
  const people = population && {
    text: t('facts.population', { value: makeFormat(lang, t).number(population.value) }),
    source: saySource(population.source, t),
  }
  const others = [...enterprises.slice(0, 3), rail, road].flatMap((fact) =>
    fact === null ? [] : [{ text: chooseText(fact.words, lang).text, source: saySource(fact.source, t) }],
  )
  return people === null ? others : [people, ...others]
}
