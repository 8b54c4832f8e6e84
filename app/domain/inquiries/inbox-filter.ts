import { languages } from '#app/platform/i18n/language'
import { z } from 'zod'
import { workflowStates } from './clock/model'

export const inboxTabs = ['mine', 'desk', 'closed'] as const
export type InboxTab = (typeof inboxTabs)[number]

/** How the terms of an open case stand: one is over, one is nearly over, or it waits for the investor. */
export const inboxClocks = ['late', 'soon', 'waiting'] as const

/** In place of a person: cases that nobody has. */
export const nobody = 'nobody'

/** Filter of the inbox in its address; what is unreadable is left out. */
export const InboxFilterSchema = z.object({
  view: z.enum(inboxTabs).nullable().catch(null),
  q: z
    .string()
    .max(100)
    .catch('')
    .transform((text) => text.replace(/\p{Cc}+/gu, ' ').trim()),
  state: z.enum(workflowStates).nullable().catch(null),
  clock: z.enum(inboxClocks).nullable().catch(null),
  /** Id of an official, or `nobody`. */
  who: z
    .union([z.literal(nobody), z.uuid()])
    .nullable()
    .catch(null),
  lang: z.enum(languages).nullable().catch(null),
})
export type InboxFilter = z.infer<typeof InboxFilterSchema>

/** A filter with a tab: what a list is made of. */
export type InboxQuery = Omit<InboxFilter, 'view'> & { view: InboxTab }

/** A tab without any condition. */
export function wholeTab(view: InboxTab): InboxQuery {
  return { view, q: '', state: null, clock: null, who: null, lang: null }
}

export function readInboxFilter(query: URLSearchParams): InboxFilter {
  const names = ['view', 'state', 'clock', 'who', 'lang'] as const
  return InboxFilterSchema.parse({
    q: query.get('q') ?? '',
    ...Object.fromEntries(names.map((name) => [name, query.get(name) || null])),
  })
}

/** Whether anything but the tab is asked for. */
export function isFiltered(filter: InboxQuery): boolean {
  return filter.q !== '' || [filter.state, filter.clock, filter.who, filter.lang].some((value) => value !== null)
}

/** The address of a list, `?view=desk&q=…`; conditions that ask nothing are left out. */
export function inboxAddress(filter: InboxQuery, more: Record<string, string> = {}): string {
  const all = { ...filter, ...more }
  return `?${new URLSearchParams(Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])))}`
}
