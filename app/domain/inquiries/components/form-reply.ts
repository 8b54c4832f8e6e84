import type { SummaryError } from '#app/ui/form/error-summary'
import type { TFunction } from 'i18next'
import type { FormReply } from '../reply'

export type { FormReply }

/** What a form that came back says about its fields, in the language of the page; nothing for a fresh form. */
export function readReply(t: TFunction, reply: FormReply | null | undefined) {
  const say = (key: string) => t(key as 'inquiries.error.form', { ...reply?.params })
  return {
    /** What was typed, or `fallback` on a fresh form. */
    valueOf: (name: string, fallback = ''): string => {
      const value = reply?.initialValue?.[name]
      return typeof value === 'string' ? value : reply?.initialValue ? '' : fallback
    },
    /** All values that were chosen under one name. */
    valuesOf: (name: string): string[] => {
      const value = reply?.initialValue?.[name]
      if (typeof value === 'string') return [value]
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
    },
    errorOf: (name: string): string[] | undefined => reply?.error?.[name]?.map(say),
    /** All messages for the summary over the form, in the order of its fields as far as `order` names them. */
    summary: (order: readonly string[] = []): SummaryError[] => {
      const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
      return Object.entries(reply?.error ?? {})
        .sort(([left], [right]) => place(left) - place(right))
        .flatMap(([name, keys]) => (keys ?? []).map((key) => ({ fieldId: name, message: say(key) })))
    },
  }
}
