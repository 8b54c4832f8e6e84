import type { NeedView } from '#app/domain/matching/brief-view'
import type { ProjectFacts } from '#app/domain/matching/project-facts'

/** A brief that goes with an inquiry, in the words of a page. */
export type SentBrief = { needs: NeedView[]; project: ProjectFacts }
