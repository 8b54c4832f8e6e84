import type { Actor } from '#app/domain/accounts/model'
import type { MatchView, NeedView } from '#app/domain/matching/brief-view'
import { describeNeeds } from '#app/domain/matching/describe-need'
import { explainSite } from '#app/domain/matching/queries.server'
import { BriefSchema } from '#app/domain/matching/schema'
import { viewMatch } from '#app/domain/matching/view-answer'
import { readPlaceNames } from '#app/domain/search/queries.server'
import { makeVoice } from '#app/domain/sites/passport/said'
import { database } from '#app/platform/db/database.server'
import { translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import type { PartRef } from '../model'
import { visibleParts } from '../visible-to.server'

/** How the sites of a case answer what the investor asked for; sites that are not offered any more are left out. */
export type CaseFit = { needs: NeedView[]; matches: MatchView[] }

/** Null when the inquiry came from no brief, or asks for nothing that sites are judged by. */
export async function readCaseFit(
  actor: Actor,
  ref: PartRef,
  lang: Language,
  now = new Date(),
): Promise<CaseFit | null> {
  const row = await database().inquiryPart.findFirst({
    where: { AND: [visibleParts(actor), { sequence: ref.part, inquiry: { number: ref.number } }] },
    select: {
      inquiry: { select: { briefCriteria: true } },
      sites: { select: { site: { select: { number: true } } }, orderBy: { site: { number: 'asc' } } },
    },
  })
  const brief = BriefSchema.safeParse(row?.inquiry.briefCriteria)
  if (row === null || !brief.success || Object.keys(brief.data.needs).length === 0) return null
  const names = await readPlaceNames(actor, lang)
  const voice = makeVoice(lang, translator(lang))
  const found = await Promise.all(row.sites.map(({ site }) => explainSite(actor, brief.data, site.number, now)))
  return {
    needs: describeNeeds(brief.data, names, voice),
    matches: found.flatMap((match) => (match === null ? [] : [viewMatch(match, names, voice)])),
  }
}
