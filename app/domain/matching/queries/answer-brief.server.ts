import type { Actor } from '#app/domain/accounts/model'
import type { PlaceNames } from '#app/domain/search/card-view'
import { makeVoice } from '#app/domain/sites/passport/said'
import { translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import type { AnswerView } from '../brief-view'
import { describeNeeds } from '../describe-need'
import { criteria, type Brief, type Criterion } from '../model'
import { matchBrief } from '../queries.server'
import { viewMatch } from '../view-answer'

/** Of the sites to clarify and of those that nearly fit, half as many as of those that fit. */
const shareOfOthers = 0.5

type Asked = { lang: Language; names: PlaceNames; shown: number }

/** The answer to a brief in one language; when nothing fits, with the musts that stand in the way. */
export async function answerBrief(
  actor: Actor,
  brief: Brief,
  { lang, names, shown }: Asked,
  now = new Date(),
): Promise<AnswerView> {
  const others = Math.ceil(shown * shareOfOthers)
  const answer = await matchBrief(actor, brief, { limit: shown, openLimit: others, nearLimit: others }, now)
  const voice = makeVoice(lang, translator(lang))
  const { algorithm, judgedAt, total, openTotal, nearTotal } = answer
  return {
    ...{ algorithm, judgedAt, total, openTotal, nearTotal },
    needs: describeNeeds(brief, names, voice),
    matches: answer.matches.map((match) => viewMatch(match, names, voice)),
    open: answer.open.map((match) => viewMatch(match, names, voice)),
    near: answer.nearMisses.map((match) => viewMatch(match, names, voice)),
    ...(total === 0 ? await findWaysOut(actor, brief, now) : { relaxations: [], hardest: null }),
  }
}

const noSites = { limit: 0, openLimit: 0, nearLimit: 0 }

type WaysOut = Pick<AnswerView, 'relaxations' | 'hardest'>

/** What each must excludes: how many sites would fit if it were only an important wish, else if it were the only must. */
async function findWaysOut(actor: Actor, brief: Brief, now: Date): Promise<WaysOut> {
  const musts = criteria.filter((criterion) => brief.needs[criterion]?.importance === 'must')
  const count = (changed: (criterion: Criterion) => readonly Criterion[]) =>
    Promise.all(
      musts.map(async (criterion) => {
        const { total } = await matchBrief(actor, relax(brief, changed(criterion)), noSites, now)
        return { criterion, total }
      }),
    )
  const relaxations = (await count((criterion) => [criterion])).filter(({ total }) => total > 0)
  if (relaxations.length > 0) {
    return { relaxations: relaxations.sort((left, right) => right.total - left.total), hardest: null }
  }
  const alone = await count((criterion) => musts.filter((other) => other !== criterion))
  return { relaxations: [], hardest: alone.sort((left, right) => left.total - right.total)[0] ?? null }
}

/** The brief with those musts as important wishes. */
function relax(brief: Brief, musts: readonly Criterion[]): Brief {
  const relaxed = musts.map((criterion) => [criterion, { ...brief.needs[criterion], importance: '3' }])
  return { ...brief, needs: { ...brief.needs, ...Object.fromEntries(relaxed) } }
}
