import type { IncentiveView } from '#app/domain/eligibility/incentives'
import type { EligibilityView } from '#app/domain/eligibility/passport-view'
import { sayCitation, sayRule, writePart, type Speech } from '#app/domain/eligibility/reason-words'
import type { ZoneView } from '#app/domain/eligibility/view'
import { makeVoice, startSmall } from '#app/domain/sites/passport/said'
import type { PassportSource } from '#app/domain/sites/passport/source'
import { viewPassport } from '#app/domain/sites/passport/view-passport.server'
import { photosOnPaper } from '#app/domain/sites/pdf/make-passport.server'
import type { PassportSheet, SheetIncentive, SheetZone } from '#app/domain/sites/pdf/model'
import { sourceCodes, type Source, type TownProfile } from '#app/domain/towns/model'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { translator } from '#app/platform/i18n/i18n.server'
import { pathIn, type Language } from '#app/platform/i18n/language'

type Told = { source: PassportSource; town: TownProfile; eligibility: EligibilityView; lang: Language }

/** Everything that the passport of a site says on paper. */
export function writeSheet({ source, town, eligibility, lang }: Told): PassportSheet {
  const voice = makeVoice(lang, translator(lang))
  const data = viewPassport(source, voice)
  const { open, ask, refused, closed } = eligibility.incentives
  return {
    ...{ lang, data, today: source.today },
    url: `${publicOrigin()}${pathIn(lang, `/sites/${data.number}`)}`,
    photos: photosOnPaper(data.photos),
    ...{ townPoint: town.point, regionKey: town.regionKey, townSources: sourcesOfTown(town, voice) },
    zone: sayZone(eligibility.zone, voice),
    incentives: [...open, ...ask, ...refused, ...closed].map((measure) => sayMeasure(measure, voice)),
  }
}

function sayZone({ verdict, rules, empty, version, validFrom, citation }: ZoneView, speech: Speech): SheetZone {
  const { t, format } = speech
  const limits = [
    empty.length === 0 ? '' : t('eligibility.zone.empty', { list: empty.map(startSmall).join(', ') }),
    version === null || validFrom === null
      ? t('eligibility.zone.no_rules')
      : `${t('eligibility.zone.version', { version, date: format.date(validFrom) })} ${citation}.`,
    t('eligibility.zone.terms'),
  ]
  return {
    verdict,
    rules: rules.map((rule) => ({
      ...{ answer: rule.answer, question: rule.question },
      because: sayRule(rule, speech).map(writePart).join(' · '),
      citation: sayCitation(rule, speech),
    })),
    limits: limits.filter(Boolean).join(' '),
  }
}

function sayMeasure(measure: IncentiveView, { t }: Speech): SheetIncentive {
  const { name, terms, basis, availability, verdict, source } = measure
  return {
    ...{ name, terms, basis, availability },
    verdict: verdict === null ? '' : t(`sites.zone_verdict.${verdict}`),
    source: saySource(source, t),
  }
}

function saySource({ label }: Source, t: Speech['t']): string {
  const code = sourceCodes.find((candidate) => candidate === label)
  return code === undefined ? label : t(`towns.source.${code}`)
}

/** Where those facts of the town come from that the passport tells. */
function sourcesOfTown({ facts }: TownProfile, { t }: Speech): string[] {
  const { population, enterprises, rail, road } = facts
  const told = [population, ...enterprises.slice(0, 3), rail, road]
  return told.flatMap((fact) => (fact === null ? [] : [saySource(fact.source, t)])).filter((source) => source !== '')
}
