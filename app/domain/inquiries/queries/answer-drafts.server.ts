import type { Actor, Person } from '#app/domain/accounts/model'
import { chooseText, type Language, type Localized } from '#app/domain/kernel/localized'
import { localDateOf } from '#app/domain/kernel/local-date'
import { makeFormat } from '#app/platform/i18n/format'
import { translator } from '#app/platform/i18n/i18n.server'
import { bareCaseLink } from '../case-key.server'
import type { AnswerDraft, BodyCase } from '../model'
import { answerLanguages } from '../rules'
import type { TemplateValues, TemplateVariable } from '../templates/model'
import { listTemplates } from '../templates/queries.server'
import { renderTemplate } from '../templates/rules'

/** The templates for an answer to the case, filled in, in each language in which it may be given (art. 89.2). */
export async function readAnswerDrafts(actor: Actor, inquiry: BodyCase, now = new Date()): Promise<AnswerDraft[]> {
  if (actor.kind !== 'person' || !inquiry.canAct) return []
  const languages = answerLanguages(inquiry.locale)
  const drafts = await Promise.all(
    languages.map(async (language) => {
      const templates = await listTemplates(actor, inquiry.state, language)
      const t = translator(language)
      const values = valuesOf(actor, inquiry, language, now)
      const sayMissing = (name: TemplateVariable) =>
        `[${t('casework.template.unknown', { name: t(`templates.variable.${name}`) })}]`
      return templates.map(({ key, title, body }): AnswerDraft => ({
        key: `${key}.${language}`,
        language,
        title,
        text: renderTemplate(body, values, sayMissing),
      }))
    }),
  )
  return drafts.flat()
}

/** What is known of the case for the variables. The link is the bare one: only the letter gets the one with its key. */
function valuesOf(actor: Person, inquiry: BodyCase, language: Language, now: Date): TemplateValues {
  const format = makeFormat(language, translator(language))
  const say = (name: Localized) => chooseText(name, language).text
  const { legal, promise } = inquiry.clocks
  const dateOf = (clock: typeof legal) =>
    clock?.endedAt === null && clock.due !== null ? format.date(clock.due) : null
  return {
    ...{ investor: inquiry.person.name, number: inquiry.number, title: inquiry.title, officer: actor.name },
    site: inquiry.sites.map(({ name, number }) => `${say(name)} (${number})`).join(', '),
    town: [...new Set(inquiry.sites.map(({ town }) => say(town)))].join(', '),
    body: say(inquiry.body),
    due_law: dateOf(legal),
    due_promise: dateOf(promise),
    case_link: bareCaseLink(language, inquiry.number),
    today: format.date(localDateOf(now)),
  }
}
