import type { Faults } from '#app/domain/sites/form/form-fields'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '@remix-run/react'
import { useEffect, useMemo, useRef, type FormEvent, type RefObject } from 'react'
import { EditorAside } from './editor-aside'
import type { EditorData, EditorReply } from '#app/domain/sites/editor-data'
import { EditorNotices } from './editor-notices'
import { formId, GroupFields } from './group-fields'
import { GroupNav, NextGroup } from './group-nav'
import { PhotoUpload } from './photo-upload'
import { useAutosave, type Autosave } from './use-autosave'
import { EditorFields, useFaultWords } from './use-editor-field'
import { useLeaveGuard } from './use-leave-guard'

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
  useLeaveGuard(autosave.isUnsafe, autosave.flush)
  const faults = useShownFaults(autosave.saved?.faults ?? reply?.faults)
  const fields = useMemo(() => ({ values: { ...data.values, ...reply?.values }, faults }), [data.values, reply, faults])
  const summary = autosave.saved?.summary ?? data.summary
  const onSubmit = useSubmitting(form, autosave)
  return (
    <div className="grid min-h-[70vh] grid-cols-[minmax(0,1fr)] lg:grid-cols-[15rem_minmax(0,1fr)] xl:grid-cols-[17rem_minmax(0,1fr)_20rem]">
      <GroupNav data={data} summary={summary} />
      <div className="border-line bg-surface flex flex-col gap-6 border-y px-4 py-6 sm:px-8 lg:border-x lg:border-y-0">
        <EditorNotices
          data={data}
          summary={summary}
          refusal={autosave.refusal ?? reply?.refusal ?? null}
          insist={autosave.insist}
        />
        <div>
          <h1 className="text-xl font-bold">{t(`akimat.group.${data.group}`)}</h1>
          <p className="text-muted mt-1">{t(`akimat.group_lead.${data.group}`)}</p>
        </div>
        <FaultSummary faults={reply?.faults} />
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
            {/* What Enter presses: the first button of a form. */}
            <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
              {t('ui.action.save')}
            </button>
            <input type="hidden" name="group" value={data.group} />
            <input type="hidden" name="revision" value={reply?.revision ?? data.revision} readOnly />
            <GroupFields data={data} />
            <div className="border-line flex flex-wrap items-center gap-3 border-t pt-5">
              <Button>{t('ui.action.save')}</Button>
              <NextGroup data={data} />
            </div>
          </Form>
        </EditorFields.Provider>
        {data.group === 'photos' && <PhotoUpload faults={reply?.photoFaults ?? []} />}
      </div>
      <EditorAside data={data} summary={summary} autosave={autosave} />
    </div>
  )
}

/** Buttons that do more than save send the form as a page would; a save that is under way goes first. */
function useSubmitting(form: RefObject<HTMLFormElement>, autosave: Autosave) {
  return (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    const isSaveOnly = !(submitter instanceof HTMLButtonElement) || submitter.name === ''
    if (isSaveOnly) {
      event.preventDefault()
      void autosave.flush()
      return
    }
    const pending = autosave.pending()
    if (pending) {
      event.preventDefault()
      void pending.then(() => form.current?.requestSubmit(submitter))
      return
    }
    const revision = form.current?.elements.namedItem('revision')
    if (revision instanceof HTMLInputElement) revision.value = String(autosave.revision())
    autosave.rest()
  }
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
