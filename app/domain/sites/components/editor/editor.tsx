import type { Faults } from '#app/domain/sites/form/form-fields'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { useEffect, useMemo, useRef } from 'react'
import { EditorAside } from './editor-aside'
import type { EditorData, EditorReply } from '#app/domain/sites/editor-data'
import { EditorNotices } from './editor-notices'
import { formId } from './form-id'
import { GroupFields } from './group-fields'
import { GroupNav, NextGroup } from './group-nav'
import { RemovedNotice } from './removed-notice'
import { uploadFormId } from './uploads/upload-area'
import { useAttaching, useUploadRows } from './uploads/use-uploads'
import { useAutosave, type Autosave } from './use-autosave'
import { EditorFields, useFaultWords } from './use-editor-field'
import { useFieldInView } from './use-field-in-view'
import { useKeys } from './use-keys'
import { useLeaveGuard } from './use-leave-guard'
import { useSubmitting } from './use-submitting'

type EditorProps = { data: EditorData; reply: EditorReply | undefined }

/** One group of the dossier with the way to the others, what is missing and what can be done. */
export function Editor({ data, reply }: EditorProps) {
  const { t, href } = useLanguage()
  const form = useRef<HTMLFormElement>(null)
  const autosave = useAutosave(form, href(`/akimat/sites/${data.number}/save`), data)
  const { resume } = autosave
  useEffect(() => {
    if (reply) resume(reply)
  }, [reply, resume])
  useAttaching(data.number, autosave)
  useGuard(autosave)
  const fields = useFieldsState(data, reply, autosave)
  const summary = autosave.saved?.summary ?? data.summary
  const zone = autosave.saved?.zone ?? data.zone
  const { onSubmit, refused } = useSubmitting(data, autosave)
  useKeys(data.group, autosave.flush)
  useFieldInView()
  return (
    <div className="grid min-h-[70vh] grid-cols-[minmax(0,1fr)] lg:grid-cols-[15rem_minmax(0,1fr)] xl:grid-cols-[17rem_minmax(0,1fr)_20rem]">
      <GroupNav data={data} summary={summary} />
      <div className="border-line bg-surface flex flex-col gap-6 border-y px-4 py-6 sm:px-8 lg:border-x lg:border-y-0">
        {data.group === 'media' && (
          // Before the fields for files, which belong to it: its token has to come first.
          <Form id={uploadFormId} method="post" encType="multipart/form-data" preventScrollReset className="hidden" />
        )}
        <EditorNotices
          data={data}
          summary={summary}
          refusal={autosave.refusal ?? reply?.refusal ?? null}
          autosave={autosave}
        />
        <div>
          <h1 className="text-xl font-bold">{t(`akimat.group.${data.group}`)}</h1>
          <p className="text-muted mt-1">{t(`akimat.group_lead.${data.group}`)}</p>
        </div>
        <FaultSummary faults={refused ?? reply?.faults} />
        {reply?.removed && <RemovedNotice removed={reply.removed} />}
        <EditorFields.Provider value={fields}>
          <Form
            ref={form}
            id={formId}
            method="post"
            noValidate
            preventScrollReset
            onSubmit={onSubmit}
            className="flex flex-col gap-6"
          >
            <FormStart data={data} revision={reply?.revision ?? data.revision} />
            <GroupFields data={data} fileFaults={reply?.fileFaults ?? []} />
            <div className="border-line flex flex-wrap items-center gap-3 border-t pt-5">
              <Button>{t('ui.action.save')}</Button>
              <NextGroup data={data} />
            </div>
          </Form>
        </EditorFields.Provider>
      </div>
      <EditorAside data={data} summary={summary} zone={zone} autosave={autosave} />
    </div>
  )
}

/** Neither what was typed nor files on their way are lost by leaving. */
function useGuard({ isUnsafe, flush }: Autosave) {
  const { queue } = useUploadRows()
  const isBusy = () => queue?.isBusy() === true
  useLeaveGuard(
    () => isUnsafe() || isBusy(),
    async () => (await flush()) && !isBusy(),
  )
}

/** What Enter presses, the first button of a form, and what the form was made from. */
function FormStart({ data, revision }: { data: EditorData; revision: number }) {
  const { t } = useLanguage()
  return (
    <>
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
        {t('ui.action.save')}
      </button>
      <input type="hidden" name="group" value={data.group} />
      <input type="hidden" name="revision" value={revision} readOnly />
      <input type="hidden" name="shape" value={data.shape} />
    </>
  )
}

/** What the fields of the form know beside their names. */
function useFieldsState(data: EditorData, reply: EditorReply | undefined, autosave: Autosave) {
  const faults = useShownFaults(autosave.saved?.faults ?? reply?.faults)
  const { conflicts, decide } = autosave
  return useMemo(
    () => ({ values: { ...data.values, ...reply?.values }, faults, conflicts, remarks: data.remarks, decide }),
    [data, reply, faults, conflicts, decide],
  )
}

/** A fault does not interrupt the typing of its own field; it is shown when the field is left. */
function useShownFaults(faults: Faults | undefined): Faults {
  const shown = useRef<Faults>({})
  return useMemo(() => {
    const active = typeof document === 'undefined' ? null : document.activeElement?.getAttribute('name')
    const entries = Object.entries(faults ?? {}).filter(([name]) => name !== active || shown.current[name])
    shown.current = Object.fromEntries(entries)
    return shown.current
  }, [faults])
}

/** After a page load with faults (without JavaScript, or a button that was refused). */
function FaultSummary({ faults }: { faults: Faults | undefined }) {
  const say = useFaultWords()
  const errors = useMemo(
    () => Object.entries(faults ?? {}).map(([fieldId, fault]) => ({ fieldId, message: say(fault) })),
    [faults, say],
  )
  return <ErrorSummary errors={errors} />
}
