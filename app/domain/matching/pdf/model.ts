import type { AnswerView } from '#app/domain/matching/brief-view'
import type { ProjectFacts } from '#app/domain/matching/project-facts'
import type { Language } from '#app/platform/i18n/language'

/** Everything that the paper of a brief says, in one language. */
export type BriefSheet = {
  lang: Language
  /** Page of the brief, without its secret. */
  url: string
  title: string
  project: ProjectFacts
  answer: AnswerView
  /** The brief itself is invented; sites carry their own mark. */
  isDemo: boolean
}
