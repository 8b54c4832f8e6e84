import type { Localized } from '#app/domain/kernel/localized'
import type { WorkflowState } from '../clock/model'

/** What a template can be filled with, as it stands in the text: `{{investor}}`. */
export const templateVariables = [
  'investor',
  'number',
  'title',
  'site',
  'town',
  'body',
  'officer',
  'due_law',
  'due_promise',
  'case_link',
  'today',
] as const
export type TemplateVariable = (typeof templateVariables)[number]

/** Words of a case for the variables, in the language of the letter; what is missing or empty is not known. */
export type TemplateValues = Partial<Record<TemplateVariable, string | null>>

/** States of a case in which a template can be offered, in the order of its work. */
export const offeredStates = [
  'routed',
  'accepted',
  'in_dialogue',
  'deficient',
  'visit',
  'offer',
  'reopened',
  'contracted',
  'closed_no_fit',
  'declined',
] as const satisfies readonly WorkflowState[]
export type OfferedState = (typeof offeredStates)[number]

/** What an admin writes of a template. Without states it is offered in every state. */
export type TemplateContent = {
  title: Localized
  body: Localized
  states: OfferedState[]
  /** Smaller comes first. */
  position: number
}

/** A template as its newest version has it. */
export type AnswerTemplate = TemplateContent & { key: string; version: number; isRetired: boolean }

/** One saved state of a template; the newest one holds. */
export type TemplateVersion = AnswerTemplate & { savedAt: string; by: string | null; note: string }

/** A template as the answer form offers it, in the language of the letter. */
export type OfferedTemplate = { key: string; title: string; body: string }
