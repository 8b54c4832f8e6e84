import type { FormValues } from '#app/domain/sites/form/write-form'
import { useContext, useEffect, useState } from 'react'
import { formId } from './form-id'
import { EditorFields } from './use-editor-field'

/**
 * What stands in these fields right now, as they are being typed; the stored values until the page is alive. A field that
 * is not in the form has the value of the dossier.
 */
export function useLiveValues<Name extends string>(names: readonly Name[]): Record<Name, string> {
  const { values } = useContext(EditorFields)
  const key = names.join('\n')
  const [live, setLive] = useState<Record<string, string> | null>(null)
  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    const look = () =>
      setLive((before) => {
        const now = readNow(form, key.split('\n'))
        return before !== null && Object.entries(now).every(([name, value]) => before[name] === value) ? before : now
      })
    look()
    form.addEventListener('input', look)
    form.addEventListener('change', look)
    form.addEventListener('adopted', look)
    return () => {
      form.removeEventListener('input', look)
      form.removeEventListener('change', look)
      form.removeEventListener('adopted', look)
    }
  }, [key])
  return Object.fromEntries(names.map((name) => [name, live?.[name] ?? storedText(values, name)])) as Record<
    Name,
    string
  >
}

function storedText(values: FormValues, name: string): string {
  return (values[name] ?? []).join('\n')
}

/** Names that the form does not have are left out. */
function readNow(form: HTMLFormElement, names: readonly string[]): Record<string, string> {
  const data = new FormData(form)
  return Object.fromEntries(
    names.flatMap((name) => {
      const texts = data.getAll(name).filter((value) => typeof value === 'string')
      return texts.length === 0 ? [] : [[name, texts.join('\n')]]
    }),
  )
}
