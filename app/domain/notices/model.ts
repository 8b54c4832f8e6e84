import type { MemberRole } from '#app/domain/accounts/model'
import type { Localized } from '#app/domain/kernel/localized'
import type { NoticeEvent } from '#app/domain/notices/events'

/** Steps of a case of which the investor is told by mail; the codes are those of the case's event log. */
export const toldSteps = [
  'accepted',
  'redirected',
  'succeeded',
  'marked_deficient',
  'returned',
  'extended',
  'declined',
  'visit_proposed',
  'visit_moved',
  'visit_cancelled',
  'offer_made',
  'contracted',
  'closed_no_fit',
  'unreachable',
  'duplicate',
  'reopened',
] as const
export type ToldStep = (typeof toldSteps)[number]

/** What happened to a case that its body is told of. */
export const caseNews = [
  'visit_accepted',
  'visit_times_asked',
  'deficiency_fixed',
  'reopened',
  'extension_asked',
  'extension_refused',
  'extended',
] as const
export type CaseNews = (typeof caseNews)[number]

/** How the way into an account can change. */
export const accountChanges = [
  'factor_on',
  'factor_off',
  'factor_removed',
  'recovery_used',
  'recovery_new',
  'email_asked',
  'email_changed',
] as const
export type AccountChange = (typeof accountChanges)[number]

/** A body that answers for a share of an inquiry, with its due days `YYYY-MM-DD`. */
export type ResponsiblePart = { body: Localized; promiseDueOn: string; legalDueOn: string }

/**
 * Reasons to write to a person, each with the facts that its letter tells. `link` is a path of this site
 * (`/kk/inquiries/…`), days are `YYYY-MM-DD`, moments are ISO 8601.
 */
export type NoticeData = {
  invitation: { name: string; organization: Localized; role: MemberRole; link: string; expiresAt: string }
  /** The link makes the account. */
  sign_up: AccountNotice
  /** Somebody asked for an account for an address that has one. */
  sign_up_known: AccountNotice
  /** The link leads to a new password. */
  password_reset: AccountNotice
  /** Somebody forgot the password of an address that has no account. */
  password_reset_unknown: AccountNotice
  /** The link makes another address the one to sign in with. */
  email_change: AccountNotice
  /** Somebody wanted an address for their account that is another's. */
  email_taken: AccountNotice
  /** Something else about the way into an account changed. */
  account_changed: { name: string; what: AccountChange; at: string; link: string; newEmail?: string }
  password_changed: { name: string; at: string; link: string }
  inquiry_confirm: { sites: Localized[]; link: string; expiresAt: string }
  inquiry_registered: {
    name: string
    number: string
    title: string
    receivedAt: string
    /** Day of registration, which after office hours is a later one (APPC art. 64.3). */
    registeredOn: string
    parts: ResponsiblePart[]
    link: string
  }
  /** The link of a case once more, for who has lost it. */
  inquiry_link: { name: string; number: string; title: string; link: string }
  inquiry_message: { name: string; number: string; body: Localized; text: string; link: string }
  inquiry_state: {
    name: string
    number: string
    step: ToldStep
    body: Localized
    /** Words of the official: the reason of a refusal, what is missing, the place of a visit. */
    reason?: string
    /** Day by which the body must answer now. */
    dueOn?: string
    link: string
  }
  officer_new_inquiry: {
    name: string
    number: string
    title: string
    sites: Localized[]
    promiseDueOn: string
    legalDueOn: string
    link: string
  }
  /** An address of a body's own system took nothing for days and was switched off. */
  webhook_disabled: { name: string; address: string; link: string }
  /** A change of the working calendar moved the days of a case; `isWorking` null: the day is as usual again. */
  due_moved: {
    name: string
    number: string
    /** The day that changed. */
    day: string
    isWorking: boolean | null
    reason: string
    legalDueOn?: string
    promiseDueOn?: string
    link: string
  }
  /** `by` did it; `text` are their words, `until` the day that was asked for or set, `startsAt` the agreed moment. */
  case_news: {
    name: string
    number: string
    title: string
    what: CaseNews
    by: string
    text?: string
    until?: string
    startsAt?: string
    link: string
  }
  /** A term of a case nears its end, was broken, or its breach goes a step up; `clock` is the kind of the term. */
  case_term: {
    name: string
    number: string
    title: string
    body: Localized
    step: 'warned' | 'breached' | 'akimat' | 'platform'
    clock: 'legal' | 'redirect' | 'return' | 'first_answer' | 'next_step'
    dueOn: string
    link: string
  }
  /** Cases that somebody gave to the person, all of one time in one letter. */
  cases_assigned: { name: string; by: string; cases: { number: string; title: string }[]; link: string }
  /** An officer asks the akimat for a case; `text` are the officer's words. */
  akimat_asked: AkimatNotice & { dueOn: string }
  akimat_answered: AkimatNotice
  site_submitted: SiteNotice & { by: string }
  sites_submitted: { name: string; count: number; by: string; link: string }
  site_returned: SiteNotice & { remark: string }
  site_published: SiteNotice
  site_reminder: {
    name: string
    /** Most urgent first; `confirmBy` is the end of the term. */
    sites: { number: string; site: Localized; step: 'due' | 'stale' | 'lapsed'; confirmBy: string }[]
    link: string
  }
  /** The question that the address asked, in the words of its page; a title that somebody typed is left out. */
  subscription_confirm: { title: string | null; link: string; expiresAt: string }
  /** New sites for saved searches; `stop` paths end one search or all such letters. */
  site_alert: {
    name: string | null
    rhythm: 'at_once' | 'daily'
    watches: { title: string; sites: AlertedSite[]; more: number; link: string; stop: string }[]
    link: string
    stopAll: string
  }
  /** An answer to a question for a value; `value` or `note` are words of the page and of the akimat. */
  value_answered: ValueNotice & { value: string }
  value_declined: ValueNotice & { note: string }
  /** One event without a letter of its own. */
  notice: ToldNotice & { name: string }
  /** Several events: those of one thing in a short time, or what was not read since the last digest. */
  notice_digest: {
    name: string
    rhythm: 'bundle' | 'daily'
    /** Newest first. */
    notices: (ToldNotice & { at: string })[]
    more: number
    link: string
  }
}

/** What the sentence of an event tells; days are `YYYY-MM-DD`, `at` is ISO 8601. */
export type NoticeFacts = {
  /** Of the case or the site. */
  number?: string
  /** Words of a person. */
  title?: string
  by?: string
  site?: Localized
  body?: Localized
  field?: Localized
  day?: string
  at?: string
  count?: number
  step?: ToldStep
}

export type ToldNotice = { event: NoticeEvent; facts: NoticeFacts; link: string }
/** Without a name where the address is not proven: whoever typed it may be a stranger. */
export type AccountNotice = { name: string | null; link: string; expiresAt: string }

/** What was asked of the site, in the language of the letter. */
export type ValueNotice = { name: string | null; number: string; site: Localized; field: string; link: string }

export type AlertedSite = { number: string; site: Localized; town: Localized; link: string }

/** A question to the akimat of a site: the words of who wrote last, and on whose behalf. */
export type AkimatNotice = { name: string; number: string; site: Localized; by: Localized; text: string; link: string }

/** A dossier that moves between its editors and its reviewers. */
export type SiteNotice = { name: string; number: string; site: Localized; link: string }

export type Template = keyof NoticeData
export type Notice = { [T in Template]: { template: T; data: NoticeData[T] } }[Template]

export const outboxStatuses = ['queued', 'sent', 'bounced', 'failed', 'held'] as const
export type OutboxStatus = (typeof outboxStatuses)[number]

/** A line of the outbox page. */
export type OutboxLine = {
  id: string
  template: Template
  toAddress: string
  subject: string
  status: OutboxStatus
  attempts: number
  createdAt: string
  sentAt: string | null
  /** Language of the letter. */
  locale: string
}

/** `text` is null once the letter was delivered: it is its reader’s then. */
export type OutboxLetter = OutboxLine & { text: string | null; lastError: string | null }

/** A line of the page of notices, said in its language. */
export type NoticeLine = { id: string; group: string; sentence: string; href: string; at: string; isRead: boolean }
