import type { Actor } from '#app/domain/accounts/model'
import type { PlaceNames } from '#app/domain/search/card-view'
import { makeVoice } from '#app/domain/sites/passport/said'
import { translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import type { AnswerView, Relaxation } from '../brief-view'
import { describeNeeds } from '../describe-need'
import { criteria, type Brief, type Criterion } from '../model'
import { matchBrief } from '../queries.server'
import { viewMatch } from '../view-answer'

/** Sites to clarify, and sites that nearly fit, on one page. */
const shownOthers = 10

type Asked = { lang: Language; names: PlaceNames; shown: number }

/** The answer to a brief in one language; when nothing fits, with the musts that stand in the way. */
export async function answerBrief(
  actor: Actor,
  brief: Brief,
  { lang, names, shown }: Asked,
  now = new Date(),
): Promise<AnswerView> {
  const answer = await matchBrief(actor, brief, { limit: shown, openLimit: shownOthers, nearLimit: shownOthers }, now)
  const voice = makeVoice(lang, translator(lang))
  const { algorithm, judgedAt, total, openTotal, nearTotal } = answer
  return {
    ...{ algorithm, judgedAt, total, openTotal, nearTotal },
    needs: describeNeeds(brief, names, voice),
    matches: answer.matches.map((match) => viewMatch(match, names, voice)),
    open: answer.open.map((match) => viewMatch(match, names, voice)),
    near: answer.nearMisses.map((match) => viewMatch(match, names, voice)),
    relaxations: total === 0 ? await findRelaxations(actor, brief, now) : [],
  }
}

/** What each must excludes: how many sites would fit if it were only an important wish. */
async function findRelaxations(actor: Actor, brief: Brief, now: Date): Promise<Relaxation[]> {
  const musts = criteria.filter((criterion) => brief.needs[criterion]?.importance === 'must')
  const limits = { limit: 0, openLimit: 0, nearLimit: 0 }
  const found = await Promise.all(
    musts.map(async (criterion) => {
      const { total } = await matchBrief(actor, relaxed(brief, criterion), limits, now)
      return { criterion, total }
    }),
  )
  return found.filter(({ total }) => total > 0).sort((left, right) => right.total - left.total)
}

function relaxed(brief: Brief, criterion: Criterion): Brief {
  return { ...brief, needs: { ...brief.needs, [criterion]: { ...brief.needs[criterion], importance: '3' } } }
}
