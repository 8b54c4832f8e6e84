import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, isUniqueConflict } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { AnswerTemplate as TemplateRow } from '#app/platform/db/generated/client'
import { notFound } from '#app/platform/http/not-found.server'
import type { TemplateForm, TemplateOrder } from '../schema'
import { visibleTemplates } from '../visible-to.server'

/** `conflict`: somebody saved since the page was opened. */
type Changed = Verdict<{ version: number }, 'conflict'>

type Content = Omit<TemplateRow, 'id' | 'key' | 'version' | 'createdById' | 'createdAt'>

/**
 * Saves what was typed as the next version of a template, or as the first of a new one. The same form sent again
 * answers as the first time.
 */
export function saveTemplate(actor: Actor, key: string, form: TemplateForm): Promise<Changed> {
  const { title_kk, title_ru, title_en, body_kk, body_ru, body_en, states, position, note, version } = form
  const words = {
    ...{ titleKk: title_kk, titleRu: title_ru, titleEn: title_en },
    ...{ bodyKk: body_kk, bodyRu: body_ru, bodyEn: body_en },
  }
  const typed = { ...words, states, position, note }
  return addVersion(actor, key, version, (newest) => ({ ...typed, isRetired: newest?.isRetired ?? false }))
}

/** Retires a template, offers it again, or brings back an earlier version; each is a new version, and can be undone. */
export function changeTemplate(actor: Actor, key: string, order: TemplateOrder): Promise<Changed> {
  return addVersion(actor, key, order.version, (newest, versions) => {
    if (newest === undefined) throw notFound()
    if (order.intent !== 'restore') return { ...newest, isRetired: order.intent === 'retire', note: '' }
    const earlier = versions.find(({ version }) => version === order.earlier)
    if (earlier === undefined) throw notFound()
    return { ...earlier, isRetired: newest.isRetired, note: '' }
  })
}

async function addVersion(
  actor: Actor,
  key: string,
  shown: number,
  make: (newest: TemplateRow | undefined, versions: TemplateRow[]) => Content,
): Promise<Changed> {
  if (!mayAny(actor, 'template.edit')) throw notFound()
  const createdById = actor.kind === 'person' ? actor.userId : null
  try {
    return await inTransaction(database(), async (tx) => {
      const versions = await tx.answerTemplate.findMany({
        where: { AND: [visibleTemplates(actor), { key }] },
        orderBy: { version: 'desc' },
      })
      const [newest] = versions
      const before = versions.find(({ version }) => version === shown)
      if (shown > 0 && before === undefined) throw notFound()
      const content = contentOf(make(before, versions))
      if (newest?.version === shown + 1 && newest.createdById === createdById && isSame(newest, content)) {
        return yes({ version: newest.version })
      }
      if ((newest?.version ?? 0) !== shown) return no('conflict')
      const { version } = await tx.answerTemplate.create({ data: { ...content, key, version: shown + 1, createdById } })
      return yes({ version })
    })
  } catch (error) {
    if (isUniqueConflict(error)) return no('conflict')
    throw error
  }
}

function contentOf(row: Content): Content {
  const { states, position, titleKk, titleRu, titleEn, bodyKk, bodyRu, bodyEn, isRetired, note } = row
  return { states, position, titleKk, titleRu, titleEn, bodyKk, bodyRu, bodyEn, isRetired, note }
}

function isSame(row: TemplateRow, content: Content): boolean {
  return JSON.stringify(contentOf(row)) === JSON.stringify(content)
}
