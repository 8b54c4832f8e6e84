import type { Actor } from '#app/domain/accounts/model'
import { describeNeeds } from '#app/domain/matching/describe-need'
import type { Brief } from '#app/domain/matching/model'
import { BriefSchema } from '#app/domain/matching/schema'
import { readPlaceNames } from '#app/domain/search/queries.server'
import { makeVoice } from '#app/domain/sites/passport/said'
import { translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import type { SentBrief } from '../sent-brief'

/** The brief that an inquiry was stored with; null for none and for one that no reader of today understands. */
export function readSnapshot(criteria: unknown): Brief | null {
  const brief = BriefSchema.safeParse(criteria)
  return brief.success ? brief.data : null
}

/** The brief as it was sent, in the language of the page; null where none was. */
export async function describeSentBrief(actor: Actor, brief: Brief | null, lang: Language): Promise<SentBrief | null> {
  if (brief === null) return null
  const { activity, startOn, jobs, investmentKzt } = brief
  return {
    needs: describeNeeds(brief, await readPlaceNames(actor, lang), makeVoice(lang, translator(lang))),
    project: { activity, startOn, jobs, investmentKzt },
  }
}
