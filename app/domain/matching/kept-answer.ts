import { siteKinds } from '#app/domain/sites/choices'
import { z } from 'zod'
import { criteria, outcomeStates } from './model'

/** What decides about a site at a moment and is not in its dossier, and which version of the dossier it was. */
const circumstances = {
  number: z.string(),
  versionId: z.string(),
  kind: z.enum(siteKinds),
  townKey: z.string(),
  regionKey: z.string(),
  /** ISO instant. */
  confirmBy: z.iso.datetime().nullable(),
  zone: z.enum(['eligible', 'eligible_if', 'not_eligible', 'undetermined']),
}

const judged = {
  place: z.enum(['match', 'open', 'near', 'out']),
  low: z.number(),
  high: z.number(),
  relativeGap: z.number(),
  outcomes: z.array(z.object({ criterion: z.enum(criteria), state: z.enum(outcomeStates) })),
}

/** The sites of a kept answer in their order, as `BriefAnswer.sites` has them; of an outcome, what is compared. */
export const KeptSitesSchema = z.array(z.object({ ...circumstances, ...judged }))

export type KeptSite = z.infer<typeof KeptSitesSchema>[number]
export type Circumstances = Pick<KeptSite, keyof typeof circumstances>
