import { ownScript } from '#app/platform/http/form-token'
import type { APIRequestContext } from 'playwright/test'
import { startDraft } from '#tests/e2e/drafts'
import { newAddress } from '#tests/e2e/product-test'
import type { Objects } from '#tests/e2e/permissions/rows'
import type { Persona } from '#tests/e2e/permissions/personas'

/** Finds objects of the demo on the pages of those who may see them; makes those that other tests could change meanwhile. */
export async function findObjects(sessions: ReadonlyMap<Persona, APIRequestContext>): Promise<Objects> {
  const editor = sessions.get('editor')
  if (!editor) throw new Error('No editor to make a draft')
  const find = async (persona: Persona, path: string, link: RegExp) => {
    const answer = await sessions.get(persona)?.get(path)
    const found = link.exec((await answer?.text()) ?? '')?.[1]
    if (!found) throw new Error(`${path} shows ${persona} nothing like ${link}`)
    return found
  }
  // A letter to look at: an invitation.
  const invitation = { name: 'Ерлан', email: newAddress('invited'), role: 'spk_officer', locale: 'ru' }
  await sessions.get('admin')?.post('/ru/admin/organizations/spk-saryarka', {
    form: invitation,
    headers: { origin: process.env.E2E_URL ?? '', ...ownScript },
  })
  return {
    draft: await startDraft(editor),
    casePath: await find('officer', '/ru/spk', /\/ru\/spk\/inquiries\/(\d{4}-\d{5}\/\d+)/),
    visitId: await find('officer', '/ru/spk/visits', /\/ru\/spk\/visits\/([0-9a-f-]{36})\/visit\.ics/),
    messageId: await find('admin', '/ru/admin/outbox', /\/ru\/admin\/outbox\/([0-9a-f-]{36})/),
    fileId: await find('visitor', '/api/sites/BLQ-0042', /\/files\/([0-9a-f-]{36})\//),
  }
}
