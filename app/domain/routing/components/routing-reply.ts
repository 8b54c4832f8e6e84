import type { SummaryError } from '#app/ui/form/error-summary'
import type { TFunction } from 'i18next'

/** What conform answers for a form that came back; messages are keys of the words. */
export type RoutingReply = {
  initialValue?: Record<string, unknown> | null
  error?: Record<string, string[] | null> | null
}

/** A control with what was typed and what is wrong with it, in the language of the page. */
export function readRoutingReply(t: TFunction, reply: RoutingReply | null | undefined) {
  const say = (key: string) => t(key as 'responsibility.error.day')
  const valueOf = (name: string): string => {
    const value = reply?.initialValue?.[name]
    return typeof value === 'string' ? value : ''
  }
  return {
    valueOf,
    field: (name: string) => ({
      ...{ id: name, name, defaultValue: valueOf(name) },
      error: reply?.error?.[name]?.map(say),
    }),
    /** All messages for the summary over the form, in the order of its fields. */
    summary: (order: readonly string[]): SummaryError[] =>
      order.flatMap((name) => (reply?.error?.[name] ?? []).map((key) => ({ fieldId: name, message: say(key) }))),
  }
}
