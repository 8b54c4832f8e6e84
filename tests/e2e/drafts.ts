import { ownScript } from '#app/platform/http/form-token'
import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from 'playwright/test'

/** Makes a draft of Balkhash, which nobody else touches, as the editor whose session the client holds; gives its number. */
export async function startDraft(editor: APIRequestContext, kind: 'building' | 'land' = 'building'): Promise<string> {
  const names = { name_kk: 'Сынақ алаңы', name_ru: 'Проба', name_en: 'Trial' }
  const answer = await editor.post('/ru/akimat/sites/new', {
    form: { key: randomUUID(), townKey: 'balkhash', kind, ...names },
    headers: { origin: process.env.E2E_URL ?? '', ...ownScript },
    maxRedirects: 0,
  })
  const number = /BLQ-\d{4}/.exec(answer.headers().location ?? '')?.[0]
  if (!number) throw new Error(`No draft could be made: ${answer.status()}`)
  return number
}
