import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import type { Language } from '#app/domain/kernel/localized'
import { database } from '#app/platform/db/database.server'
import type { AnswerTemplate as TemplateRow } from '#app/platform/db/generated/client'
import { notFound } from '#app/platform/http/not-found.server'
import type { WorkflowState } from '../clock/model'
import { readNames } from '../queries/people-names.server'
import { offeredStates, type AnswerTemplate, type OfferedTemplate, type TemplateVersion } from './model'
import { offerTemplates } from './rules'
import { visibleTemplates } from './visible-to.server'

/** The templates that the answer form offers for a case in that state, in the language of the letter; none to others. */
export async function listTemplates(
  actor: Actor,
  state: WorkflowState,
  language: Language,
): Promise<OfferedTemplate[]> {
  return offerTemplates(await readNewest(actor), state, language)
}

/** All templates as those who keep them see them, the retired ones last. */
export async function listKeptTemplates(actor: Actor): Promise<AnswerTemplate[]> {
  if (!mayAny(actor, 'template.read')) throw notFound()
  const templates = await readNewest(actor)
  return templates.sort(
    (left, right) =>
      Number(left.isRetired) - Number(right.isRetired) ||
      left.position - right.position ||
      (left.key < right.key ? -1 : 1),
  )
}

/** All versions of a template, newest first; 404 for a key that is not there. */
export async function readTemplate(actor: Actor, key: string): Promise<TemplateVersion[]> {
  if (!mayAny(actor, 'template.read')) throw notFound()
  const rows = await database().answerTemplate.findMany({
    where: { AND: [visibleTemplates(actor), { key }] },
    orderBy: { version: 'desc' },
  })
  if (rows.length === 0) throw notFound()
  const names = await readNames(rows.map(({ createdById }) => createdById))
  return rows.map((row) => ({
    ...readRow(row),
    savedAt: row.createdAt.toISOString(),
    by: row.createdById === null ? null : (names.get(row.createdById) ?? null),
    note: row.note,
  }))
}

async function readNewest(actor: Actor): Promise<AnswerTemplate[]> {
  const rows = await database().answerTemplate.findMany({
    where: visibleTemplates(actor),
    distinct: ['key'],
    orderBy: [{ key: 'asc' }, { version: 'desc' }],
  })
  return rows.map(readRow)
}

function readRow(row: TemplateRow): AnswerTemplate {
  return {
    key: row.key,
    version: row.version,
    title: { kk: row.titleKk, ru: row.titleRu, en: row.titleEn },
    body: { kk: row.bodyKk, ru: row.bodyRu, en: row.bodyEn },
    states: offeredStates.filter((state) => row.states.includes(state)),
    position: row.position,
    isRetired: row.isRetired,
  }
}
