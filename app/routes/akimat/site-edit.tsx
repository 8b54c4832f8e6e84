import { requireRight } from '#app/domain/accounts/session.server'
import { chooseText } from '#app/domain/kernel/localized'
import { readZoneGlance } from '#app/domain/eligibility/queries.server'
import { submitForReview } from '#app/domain/sites/commands/review.server'
import { saveGroup } from '#app/domain/sites/commands/save-group.server'
import { restoreEntry } from '#app/domain/sites/commands/attach-files.server'
import { uploadFiles } from '#app/domain/sites/commands/upload-files.server'
import { Editor } from '#app/domain/sites/components/editor/editor'
import { Uploads, useUploadQueue } from '#app/domain/sites/components/editor/uploads/use-uploads'
import type { EditorData, EditorReply } from '#app/domain/sites/editor-data'
import { readFields, typedText } from '#app/domain/sites/form/form-fields'
import { parseOperation } from '#app/domain/sites/operations'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { readEditor } from '#app/domain/sites/queries/read-editor.server'
import { entryToRemove, parseRemovedEntry } from '#app/domain/sites/removed-entry'
import { groupOf, readGroupForm } from '#app/domain/sites/form/group-form'
import { env } from '#app/platform/env/env.server'
import { readForm } from '#app/platform/http/read-form.server'
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
  const zone = await readZoneGlance(actor, number, lang)
  const dossier: EditorData = { ...editor, zone, styleUrl: env().basemap.styleUrl }
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
    const verdict = await uploadFiles(actor, number, request, lang)
    if (!verdict.ok) return refuse({ faults: {}, refusal: verdict }, 409)
    const { faults } = verdict.value
    return faults.length === 0 ? stay('media') : refuse({ faults: {}, fileFaults: faults }, 400)
  }

  const fields = readFields(await readForm(request))
  if (typedText(fields, 'intent') === 'restore') {
    // A note that says nothing asks no command: who may not see the site learns of it here.
    await readOwnDossier(actor, number)
    const entry = parseRemovedEntry(typedText(fields, 'removed') ?? '')
    const restored = entry && (await restoreEntry(actor, number, entry))
    return restored?.ok === false ? refuse({ faults: {}, refusal: restored }, 409) : stay('media')
  }
  const values = Object.fromEntries([...fields].map(([name, typed]) => [name, [...typed]]))
  const operation = parseOperation(typedText(fields, 'operation') ?? '')
  const form = { ...readGroupForm(fields), language: lang, operation }
  const removed = operation?.does === 'remove' ? entryToRemove(await readOwnDossier(actor, number), operation) : null
  const verdict = await saveGroup(actor, number, form)
  if (!verdict.ok) return refuse({ faults: {}, values, refusal: verdict }, 409)
  const { faults, revision } = verdict.value
  if (Object.keys(faults).length > 0) return refuse({ faults, values, revision }, 400)
  // The way back stands on this very answer: an address would have to carry all that was written about the file.
  if (removed !== null) return data<EditorReply>({ faults: {}, removed })
  if (typedText(fields, 'intent') !== 'submit') {
    // The new entry stands open.
    const isNew = operation?.does === 'add' || operation?.does === 'copy'
    return stay(isNew ? `${form.group}&entry=last` : form.group)
  }
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
  const uploads = useUploadQueue(dossier.number)
  // Entries are named by their place: after every change of the page's own data the fields are drawn anew.
  const shape = `${dossier.group} ${dossier.revision}`
  return (
    <Uploads.Provider value={uploads}>
      <Editor key={shape} data={dossier} reply={reply} />
    </Uploads.Provider>
  )
}
