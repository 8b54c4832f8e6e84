import type { Localized } from '#app/domain/kernel/localized'
import type { LocalDate } from '#app/domain/kernel/local-date'

/** What a body's system can be told of; documented in docs/webhooks.md, so a kind is never renamed. */
export const webhookKinds = [
  'inquiry.registered',
  'inquiry.routed',
  'inquiry.accepted',
  'message.created',
  'inquiry.state_changed',
  'visit.proposed',
  'visit.changed',
  'clock.warning',
  'clock.breached',
  'inquiry.outcome',
] as const
export type WebhookKind = (typeof webhookKinds)[number]

/** Sent by hand to try an address out. */
export const pingKind = 'ping'

/** What is said of a case: no word of a person and no address, since it leaves the product. */
export type WebhookCase = {
  number: string
  part: number
  state: string
  sites: string[]
  language: string
  /** Last days as of the event; null where nothing runs. */
  due: { promise: LocalDate | null; law: LocalDate | null }
  demo: boolean
}

/** Something that happened to a case, before it is written for each address. */
export type WebhookEvent = {
  /** Names it for good. */
  key: string
  kind: WebhookKind
  at: Date
  case: WebhookCase
  /** Name of the event in the history, the side that caused it, and what it was about. */
  detail: Record<string, string | number | boolean | null>
}

export const webhookStatuses = ['pending', 'delivered', 'failed'] as const
export type WebhookStatus = (typeof webhookStatuses)[number]

export type EndpointLine = {
  id: string
  url: string
  kinds: WebhookKind[]
  body: Localized
  state: 'active' | 'off' | 'failing' | 'disabled'
  pending: number
  failed: number
}

export type DeliveryLine = {
  id: string
  kind: string
  status: WebhookStatus
  attempts: number
  createdAt: string
  finishedAt: string | null
  nextAt: string | null
  httpStatus: number | null
  excerpt: string | null
  body: string
}
