import type { SummaryError } from '#app/ui/form/error-summary'
import type { TFunction } from 'i18next'

/** What conform answers for a form that came back; messages are keys of the words. */
export type FormReply = {
  initialValue?: Record<string, unknown> | null
  error?: Record<string, string[] | null> | null
  /** Facts that the words of a message need. */
  params?: Record<string, string | number>
}

/** What a form that came back says about its fields, in the language of the page; nothing for a fresh form. */
export function readReply(t: TFunction, reply: FormReply | null | undefined) {
  const say = (key: string) => String(t(key as 'ui.state.unknown', { ...reply?.params }))
  return {
    valueOf: (name: string, fallback = ''): string => {
      const value = reply?.initialValue?.[name]
      return typeof value === 'string' ? value : reply?.initialValue ? '' : fallback
    },
    errorOf: (name: string): string[] | undefined => reply?.error?.[name]?.map(say),
    /** All messages for the summary over the form; `idOf` gives the id of a field's control. */
    summary: (idOf: (name: string) => string): SummaryError[] =>
      Object.entries(reply?.error ?? {}).flatMap(([name, keys]) =>
        (keys ?? []).map((key) => ({ fieldId: idOf(name), message: say(key) })),
      ),
  }
}
