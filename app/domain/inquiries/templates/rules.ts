import type { Language } from '#app/domain/kernel/localized'
import type { WorkflowState } from '../clock/model'
import { templateVariables, type AnswerTemplate, type OfferedTemplate } from './model'
import type { TemplateValues, TemplateVariable } from './model'

const variable = /\{\{\s*([^{}]*?)\s*\}\}/g

function isVariable(name: string): name is TemplateVariable {
  return (templateVariables as readonly string[]).includes(name)
}

/**
 * The text with its variables filled in. Only the known ones are: nothing else in the text has a meaning, and what a
 * value holds is never read again. A value that is not known becomes what `sayMissing` says, so that the writer sees it.
 */
export function renderTemplate(
  body: string,
  values: TemplateValues,
  sayMissing: (name: TemplateVariable) => string,
): string {
  return body.replace(variable, (whole, name: string) => {
    if (!isVariable(name)) return whole
    const value = Object.hasOwn(values, name) ? values[name] : null
    return value === null || value === undefined || value.trim() === '' ? sayMissing(name) : value
  })
}

/** What a text must not be saved with: names that are no variable, and braces that belong to none. */
export function findTemplateFaults(body: string): string[] {
  const names = [...body.matchAll(variable)].map(([, name = '']) => name)
  const unknown = names.filter((name) => !isVariable(name)).map((name) => `{{${name}}}`)
  const rest = body.replace(variable, '')
  return [...new Set([...unknown, ...(rest.match(/\{\{|\}\}/g) ?? [])])]
}

/** The variables of a text, each once, in the order of the list. */
export function usedVariables(body: string): TemplateVariable[] {
  const names = new Set([...body.matchAll(variable)].map(([, name = '']) => name))
  return templateVariables.filter((name) => names.has(name))
}

/** The templates that fit a case in that state, in their order, in the language of the letter. */
export function offerTemplates(
  templates: readonly AnswerTemplate[],
  state: WorkflowState,
  language: Language,
): OfferedTemplate[] {
  return templates
    .filter(({ isRetired, states }) => !isRetired && (states.length === 0 || states.some((one) => one === state)))
    .sort((left, right) => left.position - right.position || (left.key < right.key ? -1 : 1))
    .map(({ key, title, body }) => ({ key, title: title[language], body: body[language] }))
}
