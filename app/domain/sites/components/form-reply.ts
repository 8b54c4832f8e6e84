import { textLimits } from '#app/domain/sites/limits'
import type { SummaryError } from '#app/ui/form/error-summary'
import type { TFunction } from 'i18next'

/** What conform answers for a form that came back; messages are keys of the words. */
export type FormReply = {
  initialValue?: Record<string, unknown> | null
  error?: Record<string, string[] | null> | null
}

const limits = { 'sites.error.name_too_long': textLimits.name, 'sites.error.remark_too_long': textLimits.text }

/** What a form that came back says about its fields, in the language of the page; nothing for a fresh form. */
export function readReply(t: TFunction, reply: FormReply | null | undefined) {
  const say = (key: string) =>
    key in limits
      ? t('sites.error.too_long', { max: limits[key as keyof typeof limits] })
      : t(key as 'sites.error.name_missing')
  return {
    valueOf: (name: string, fallback = ''): string => {
      const value = reply?.initialValue?.[name]
      return typeof value === 'string' ? value : fallback
    },
    errorOf: (name: string): string[] | undefined => reply?.error?.[name]?.map(say),
    /** All messages, for the summary over the form. */
    summary: (): SummaryError[] =>
      Object.entries(reply?.error ?? {}).flatMap(([name, keys]) =>
        (keys ?? []).map((key) => ({ fieldId: name, message: say(key) })),
      ),
  }
}
