import type { EditorData } from '#app/domain/sites/editor-data'
import type { Faults } from '#app/domain/sites/form/form-fields'
import { useTokenField } from '#app/ui/form/form-token'
import { useSubmit } from '@remix-run/react'
import { useCallback, useState, type FormEvent } from 'react'
import type { Autosave } from './use-autosave'

/**
 * Buttons that do more than save: everything typed is saved first, then the button alone is sent. When something could
 * not be saved the button does nothing, and `refused` says what is wrong.
 */
export function useSubmitting(data: EditorData, autosave: Autosave) {
  const submit = useSubmit()
  const token = useTokenField()
  const [isPressed, setIsPressed] = useState(false)
  const { flush, revision } = autosave
  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      const { submitter } = event.nativeEvent as SubmitEvent
      const isSaveOnly = !(submitter instanceof HTMLButtonElement) || submitter.name === ''
      void flush().then((isSafe) => {
        setIsPressed(!isSafe && !isSaveOnly)
        if (!isSafe || isSaveOnly) return
        const pressed = { [submitter.name]: submitter.value }
        submit(
          { ...token, group: data.group, revision: String(revision()), ...pressed },
          { method: 'post', preventScrollReset: true },
        )
      })
    },
    [data.group, flush, revision, submit, token],
  )
  const refused: Faults | null = isPressed ? (autosave.saved?.faults ?? null) : null
  return { onSubmit, refused }
}
