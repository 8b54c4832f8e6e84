import type { Actor } from '#app/domain/accounts/model'
import { readActiveRules } from '#app/domain/eligibility/queries.server'
import { judgeZone } from '#app/domain/eligibility/zone'
import { localDateOf } from '#app/domain/kernel/local-date'
import type { PlaceNames } from '#app/domain/search/card-view'
import { canInquire } from '#app/domain/sites/passport-rules'
import { makeVoice } from '#app/domain/sites/passport/said'
import type { PublicSite } from '#app/domain/sites/public-site'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import { listTowns } from '#app/domain/towns/queries.server'
import { translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import { mostCompared, type CompareView, type JudgedRow } from '../compare/model'
import { differ, siteRows, type ComparedSite } from '../compare/site-rows'
import { describeNeeds } from '../describe-need'
import type { Brief } from '../model'
import { explainSite } from '../queries.server'
import { viewMatch } from '../view-answer'

type Asked = { numbers: readonly string[]; brief: Brief | null; lang: Language; names: PlaceNames }

/** `unknown`: numbers without a public page; `beyond`: sites for which there was no room. */
export type Comparison = { view: CompareView; unknown: string[]; beyond: string[] }

/** Public sites side by side, judged by the brief when there is one. */
export async function compareSites(
  actor: Actor,
  { numbers, brief, lang, names }: Asked,
  now = new Date(),
): Promise<Comparison> {
  const found = await Promise.all(numbers.map((number) => readPassport(actor, number)))
  const sites = found.filter((site) => site !== null)
  const shown = sites.slice(0, mostCompared)
  const voice = makeVoice(lang, translator(lang))
  const today = localDateOf(now)
  const [towns, rules] = await Promise.all([listTowns(), readActiveRules(actor, today)])
  const placeOf = ({ townKey }: PublicSite) => {
    const regionKey = towns.find(({ key }) => key === townKey)?.regionKey ?? ''
    return [names.towns[townKey] ?? townKey, names.regions[regionKey]].filter(Boolean).join(', ')
  }
  const compared = shown.map((site): ComparedSite => {
    const zone = judgeZone(rules, site.dossier, site.kind, today).verdict
    return { site, place: placeOf(site), zone }
  })
  const matches = await Promise.all(
    shown.map(async ({ number, status }) => {
      const match = brief === null || status !== 'published' ? null : await explainSite(actor, brief, number, now)
      return match && viewMatch(match, names, voice)
    }),
  )
  const needs = brief === null ? [] : describeNeeds(brief, names, voice)
  const judged = needs.map((need): JudgedRow => {
    const outcomes = matches.map(
      (match) => match?.outcomes.find(({ criterion }) => criterion === need.criterion) ?? null,
    )
    return { need, outcomes, isDifferent: differ(outcomes.map((outcome) => outcome && outcome.state + outcome.says)) }
  })
  return {
    view: {
      columns: compared.map(({ site, place }, index) => ({
        ...{ number: site.number, place, isDemo: site.isDemo, canInquire: canInquire(site.status) },
        name: voice.say(site.dossier.identity.name),
        ended: site.status === 'published' ? null : voice.t(`sites.status.${site.status}`),
        fit: fitOf(matches[index]),
      })),
      judged,
      groups: siteRows(compared, { voice, now, today }),
    },
    unknown: numbers.filter((_, index) => found[index] === null),
    beyond: sites.slice(mostCompared).map(({ number }) => number),
  }
}

function fitOf(match: { low: number; high: number } | null | undefined) {
  return match ? { low: match.low, high: match.high } : null
}
