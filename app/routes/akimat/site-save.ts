import { currentActor } from '#app/domain/accounts/session.server'
import { readZoneGlance } from '#app/domain/eligibility/queries.server'
import { saveGroup } from '#app/domain/sites/commands/save-group.server'
import type { SaveReply } from '#app/domain/sites/editor-data'
import { readFields } from '#app/domain/sites/form/form-fields'
import { readGroupForm } from '#app/domain/sites/form/group-form'
import { notFound } from '#app/platform/http/not-found.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import type { ActionFunctionArgs } from '@remix-run/node'

/** There is nothing to look at here. */
export function loader() {
  throw notFound()
}

/** The autosave of the editor: JSON in any case, so that the page can say what happened without losing what was typed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await currentActor(request)
  if (actor.kind !== 'person') return answer({ ok: false, refusal: { code: 'signed_out' } }, 401)
  const number = params.number ?? ''
  const form = readGroupForm(readFields(await readForm(request)))
  const verdict = await saveGroup(actor, number, { ...form, language: lang })
  if (!verdict.ok) return answer({ ok: false, refusal: verdict }, 409)
  return answer({ ok: true, ...verdict.value, zone: await readZoneGlance(actor, number, lang) }, 200)
}

function answer(reply: SaveReply, status: number): Response {
  return Response.json(reply, { status, headers: { 'Cache-Control': 'no-store' } })
}
