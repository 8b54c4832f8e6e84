import { requireRight } from '#app/domain/accounts/session.server'
import { chooseText } from '#app/domain/kernel/localized'
import { submitForReview } from '#app/domain/sites/commands/review.server'
import { saveGroup } from '#app/domain/sites/commands/save-group.server'
import { uploadPhotos } from '#app/domain/sites/commands/upload-photos.server'
import { Editor } from '#app/domain/sites/components/editor/editor'
import type { EditorData, EditorReply } from '#app/domain/sites/editor-data'
import { readFields, typedText } from '#app/domain/sites/form/form-fields'
import { parseOperation } from '#app/domain/sites/operations'
import { readEditor } from '#app/domain/sites/queries/read-editor.server'
import { groupOf, readGroupForm } from '#app/domain/sites/form/group-form'
import { env } from '#app/platform/env/env.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import type { PageHandle } from '#app/ui/shell/page-handle'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ShouldRevalidateFunctionArgs } from '@remix-run/react'

export const handle: PageHandle = { frame: 'full' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const number = params.number ?? ''
  const group = groupOf(new URL(request.url).searchParams.get('group'))
  const editor = await readEditor(actor, number, group, lang)
  if (editor === null) throw redirect(pathIn(lang, `/akimat/sites/${number}`))
  const dossier: EditorData = { ...editor, styleUrl: env().basemap.styleUrl }
  const t = translator(lang)
  return { dossier, title: `${t(`akimat.group.${group}`)} · ${chooseText(editor.name, lang).text}` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const number = params.number ?? ''
  const refuse = (reply: EditorReply, status: 400 | 409) => data(reply, status)
  const stay = (group: string) => redirect(pathIn(lang, `/akimat/sites/${number}/edit?group=${group}`), 303)

  if (request.headers.get('Content-Type')?.startsWith('multipart/form-data')) {
    const verdict = await uploadPhotos(actor, number, request)
    if (!verdict.ok) return refuse({ faults: {}, refusal: verdict }, 409)
    const { faults } = verdict.value
    return faults.length === 0 ? stay('photos') : refuse({ faults: {}, photoFaults: faults }, 400)
  }

  const fields = readFields(await request.formData())
  const values = Object.fromEntries([...fields].map(([name, typed]) => [name, [...typed]]))
  const operation = parseOperation(typedText(fields, 'operation') ?? '')
  const form = { ...readGroupForm(fields), operation }
  const verdict = await saveGroup(actor, number, form)
  if (!verdict.ok) return refuse({ faults: {}, values, refusal: verdict }, 409)
  const { faults, revision } = verdict.value
  if (Object.keys(faults).length > 0) return refuse({ faults, values, revision }, 400)
  if (typedText(fields, 'intent') !== 'submit') return stay(form.group)
  const submitted = await submitForReview(actor, number)
  if (!submitted.ok) return refuse({ faults: {}, revision, refusal: submitted }, 400)
  return redirect(pathIn(lang, `/akimat/sites/${number}?done=submitted`), 303)
}

/** After a conflict the page must keep the revision it was made from, or the next save would go over the other's work. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus === undefined ? defaultShouldRevalidate : actionStatus !== 409
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function SiteEdit() {
  const { dossier } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const shape = [dossier.group, dossier.buildingCount, ...dossier.photos.map((photo) => photo.fileId)].join(' ')
  return <Editor key={shape} data={dossier} reply={reply} />
}
