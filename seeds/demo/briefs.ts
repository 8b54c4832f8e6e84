import type { Brief } from '#app/domain/matching/model'
import { presetOf } from '#app/domain/matching/presets'
import { makeBriefKey } from '#app/domain/matching/queries/brief-key.server'
import { BriefSchema } from '#app/domain/matching/schema'
import { addDays, localDateOf } from '#app/domain/kernel/local-date'
import { hashLinkSecret } from '#app/platform/secrets/link-secret.server'
import { stableId } from '#seeds/builders/stable-id'
import { personIdOf } from './demo-people'
import type { DemoPart } from './demo-part'

const dayMs = 86_400_000

type DemoBrief = { key: string; daysAgo: number; body: Brief }

/** What the investor of the demo looks for: a greenhouse, and a workshop that nothing meets as a whole. */
function briefsOf(now: Date): DemoBrief[] {
  const greenhouse = presetOf('agriculture')
  const workshop = presetOf('manufacturing')
  return [
    {
      key: 'greenhouse',
      daysAgo: 3,
      body: {
        activity: 'Тепличный комплекс, овощи круглый год',
        startOn: addDays(localDateOf(now), 400),
        jobs: 60,
        investmentKzt: 2_400_000_000,
        needs: { ...greenhouse.needs, tenure: { keys: ['lease', 'lease_with_buyout'], importance: '2' } },
      },
    },
    {
      key: 'workshop',
      daysAgo: 9,
      body: {
        activity: 'Цех металлоконструкций',
        startOn: addDays(localDateOf(now), 540),
        jobs: 120,
        investmentKzt: 3_800_000_000,
        needs: {
          ...workshop.needs,
          place: { regions: ['karaganda', 'ulytau'], towns: [], importance: '3' },
          electricity: { min: 1500, importance: 'must' },
          crane: { min: 10, importance: '3' },
        },
      },
    },
  ]
}

/** The saved briefs of the demo. */
export const briefsPart: DemoPart<null> = {
  key: 'demo-briefs',
  prepare: () => Promise.resolve(null),
  async write(tx, _prepared, { now }) {
    for (const { key, daysAgo, body } of briefsOf(now)) {
      const id = stableId(`brief:${key}`)
      const at = new Date(now.getTime() - daysAgo * dayMs)
      await tx.brief.create({
        data: {
          ...{ id, title: body.activity, locale: 'ru', body: BriefSchema.parse(body), isDemo: true },
          ...{ createdAt: at, updatedAt: at },
          ownerId: personIdOf('investor@company.demo'),
          secretHash: hashLinkSecret(makeBriefKey(id)),
        },
      })
    }
  },
}
