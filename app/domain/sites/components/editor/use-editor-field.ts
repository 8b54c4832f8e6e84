import type { EditorRemark, FieldConflict } from '#app/domain/sites/editor-data'
import type { Fault, Faults } from '#app/domain/sites/form/form-fields'
import type { FormValues } from '#app/domain/sites/form/write-form'
import { useLanguage } from '#app/platform/i18n/use-language'
import type { Unit } from '#app/platform/i18n/format'
import { createContext, useCallback, useContext } from 'react'

type EditorState = {
  values: FormValues
  faults: Faults
  /** Fields that somebody else changed as well. */
  conflicts: Record<string, FieldConflict>
  /** What the reviewer said about single fields. */
  remarks: readonly EditorRemark[]
  /** Ends a conflict with one of the two values. */
  decide: (name: string, keeps: 'mine' | 'theirs') => void
}

const nothing: EditorState = { values: {}, faults: {}, conflicts: {}, remarks: [], decide: () => undefined }

/** What stands in the fields, what is wrong with them and what others say to them. */
export const EditorFields = createContext<EditorState>(nothing)

/** The words of a fault, its numbers written in the language of the page. */
export function useFaultWords(): (fault: Fault) => string {
  const { t, format } = useLanguage()
  return useCallback(
    ({ code, params = {} }: Fault) => {
      const { unit, ...facts } = params
      const say = (value: string | number) => {
        if (typeof value === 'string') return value
        const number = format.number(value, 6)
        return unit === undefined ? number : `${number}\u00a0${format.unit(unit as Unit)}`
      }
      // As a point, since `lng` means the language to i18next.
      const words: Record<string, string> =
        code === 'swapped'
          ? { point: `${facts.lat}, ${facts.lng}` }
          : Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, say(value)]))
      // Every fault has its words; which facts they need differs, so the types of `t` cannot tell.
      return (t as (key: string, facts: Record<string, string>) => string)(`sites.error.${code}`, words)
    },
    [t, format],
  )
}

/** The properties that bind a control to the field of that name. */
export function useEditorField(name: string) {
  const { values, faults } = useContext(EditorFields)
  const say = useFaultWords()
  const fault = faults[name]
  return {
    props: {
      id: name,
      name,
      defaultValue: values[name]?.[0] ?? '',
      error: fault && say(fault),
    },
    fault,
    /** For boxes: all that are ticked. */
    chosen: values[name] ?? [],
  }
}

/** Whether something is wrong, or somebody has something to say, in a field whose name begins so. */
export function useHasNews(prefix: string): boolean {
  const { faults, conflicts, remarks } = useContext(EditorFields)
  const names = [...Object.keys(faults), ...Object.keys(conflicts), ...remarks.map((remark) => remark.field ?? '')]
  return names.some((name) => name === prefix || name.startsWith(`${prefix}.`))
}
