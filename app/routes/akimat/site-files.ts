import { currentActor } from '#app/domain/accounts/session.server'
import { attachFiles } from '#app/domain/sites/commands/attach-files.server'
import { uploadFile } from '#app/domain/sites/commands/upload-files.server'
import { uploadLists, type AttachReply, type UploadReply } from '#app/domain/sites/uploads'
import { notFound } from '#app/platform/http/not-found.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import type { ActionFunctionArgs } from '@remix-run/node'

/** There is nothing to look at here. */
export function loader() {
  throw notFound()
}

/**
 * The files of the editor, in JSON: one file of a form is stored (`?list=`), and stored files, named by their ids, join the
 * draft. Two steps, so that many files travel beside each other and one that fails costs nothing.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await currentActor(request)
  const number = params.number ?? ''
  if (request.headers.get('Content-Type')?.startsWith('multipart/form-data')) {
    if (actor.kind !== 'person') return answer({ ok: false, code: 'signed_out' }, 401)
    const verdict = await uploadFile(actor, number, listOf(new URL(request.url).searchParams.get('list')), request)
    if (verdict.ok) return answer({ ok: true, ...verdict.value }, 200)
    return answer({ ok: false, code: verdict.code }, verdict.code === 'storage_full' ? 507 : 400)
  }
  if (actor.kind !== 'person') return answer({ ok: false, refusal: { code: 'signed_out' } }, 401)
  const form = await readForm(request)
  const fileIds = form.getAll('fileId').filter((value) => typeof value === 'string')
  const verdict = await attachFiles(actor, number, listOf(form.get('list')), fileIds, lang)
  if (!verdict.ok) return answer({ ok: false, refusal: verdict }, 409)
  const { revision, leftOut } = verdict.value
  return answer({ ok: true, revision, leftOut }, 200)
}

function listOf(value: unknown) {
  const list = uploadLists.find((name) => name === value)
  if (list === undefined) throw new Response(null, { status: 400 })
  return list
}

function answer(reply: UploadReply | AttachReply, status: number): Response {
  return Response.json(reply, { status, headers: { 'Cache-Control': 'no-store' } })
}
