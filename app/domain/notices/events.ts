import type { OrganizationKind } from '#app/domain/accounts/model'

/** Who stands around a case or a site, by what they are to it; ids of people. */
export const audiences = [
  /** Who has the case. */
  'assignee',
  /** Everybody of the body who may answer. */
  'officers',
  'heads',
  /** Who keeps the site: the people of its akimat. */
  'akimat',
  /** Who may review a dossier. */
  'reviewers',
  /** Who wrote it. */
  'author',
  /** Who inquired, with an account. */
  'investor',
  /** People whom the caller names: a step of an escalation, those of a moved due day. */
  'named',
] as const
export type Audience = (typeof audiences)[number]

/** Groups of events for which a person chooses how to hear of them. */
export const noticeGroups = ['cases', 'messages', 'deadlines', 'akimat', 'sites', 'own'] as const
export type NoticeGroup = (typeof noticeGroups)[number]

/** What a link at the foot of a letter ends: the letters of a group, or of all. */
export type StopGroup = NoticeGroup | 'all'

/**
 * How a letter tells it. `wanted`: as the person chose for the group. `always`: at once, whatever was chosen, since
 * the law or a broken term asks for it. `bell`: no letter from here, because another one tells it already.
 */
export type Mailing = 'wanted' | 'always' | 'bell'

type EventRule = {
  group: NoticeGroup
  mailing: Mailing
  /** Each is one circle of readers: the first of its audiences in which there is anybody. */
  to: readonly (readonly Audience[])[]
}

const desk = ['assignee', 'officers'] as const

/** What people are told of, and whom: the one table of it. */
export const noticeEvents = {
  case_new: { group: 'cases', mailing: 'wanted', to: [desk] },
  case_assigned: { group: 'cases', mailing: 'wanted', to: [['assignee']] },
  cases_assigned: { group: 'cases', mailing: 'wanted', to: [['assignee']] },
  case_taken: { group: 'cases', mailing: 'wanted', to: [['named']] },
  case_released: { group: 'cases', mailing: 'wanted', to: [['named']] },
  case_reopened: { group: 'cases', mailing: 'wanted', to: [desk] },
  case_withdrawn: { group: 'cases', mailing: 'wanted', to: [desk] },
  letter_bounced: { group: 'cases', mailing: 'always', to: [desk] },
  investor_wrote: { group: 'messages', mailing: 'wanted', to: [desk] },
  investor_completed: { group: 'messages', mailing: 'wanted', to: [desk] },
  visit_accepted: { group: 'messages', mailing: 'wanted', to: [desk] },
  visit_declined: { group: 'messages', mailing: 'wanted', to: [desk] },
  case_rated: { group: 'messages', mailing: 'wanted', to: [desk, ['heads']] },
  term_warning: { group: 'deadlines', mailing: 'wanted', to: [desk] },
  term_breached: { group: 'deadlines', mailing: 'always', to: [desk, ['heads']] },
  case_escalated: { group: 'deadlines', mailing: 'always', to: [['named']] },
  term_moved: { group: 'deadlines', mailing: 'wanted', to: [desk] },
  extension_asked: { group: 'deadlines', mailing: 'always', to: [['heads']] },
  extension_granted: { group: 'deadlines', mailing: 'wanted', to: [desk, ['named']] },
  extension_refused: { group: 'deadlines', mailing: 'wanted', to: [desk, ['named']] },
  akimat_asked: { group: 'akimat', mailing: 'wanted', to: [['akimat']] },
  akimat_answered: { group: 'akimat', mailing: 'wanted', to: [desk, ['named']] },
  question_asked: { group: 'akimat', mailing: 'bell', to: [['akimat']] },
  site_submitted: { group: 'sites', mailing: 'wanted', to: [['reviewers']] },
  sites_submitted: { group: 'sites', mailing: 'wanted', to: [['reviewers']] },
  site_returned: { group: 'sites', mailing: 'wanted', to: [['author']] },
  site_published: { group: 'sites', mailing: 'wanted', to: [['author']] },
  sites_to_confirm: { group: 'sites', mailing: 'wanted', to: [['akimat']] },
  own_message: { group: 'own', mailing: 'bell', to: [['investor']] },
  own_step: { group: 'own', mailing: 'bell', to: [['investor']] },
  own_term_moved: { group: 'own', mailing: 'bell', to: [['investor']] },
  question_answered: { group: 'own', mailing: 'bell', to: [['named']] },
  question_declined: { group: 'own', mailing: 'bell', to: [['named']] },
} as const satisfies Record<string, EventRule>

export type NoticeEvent = keyof typeof noticeEvents

/** The people around what happened; an audience that is left out is empty. */
export type Circle = Partial<Record<Audience, readonly string[]>>

export const rhythms = ['at_once', 'daily', 'bell'] as const
export type Rhythm = (typeof rhythms)[number]

/** Whom an event is told, each once; never who caused it. */
export function chooseReaders(event: NoticeEvent, circle: Circle, actorId: string | null): string[] {
  const rule: EventRule = noticeEvents[event]
  const chosen = rule.to.flatMap((chain) => chain.map((name) => circle[name] ?? []).find((ids) => ids.length > 0) ?? [])
  return [...new Set(chosen)].filter((id) => id !== actorId)
}

/** How a person hears of an event by letter; `chosen` is what they chose for its group, null when nothing. */
export function chooseRhythm(event: NoticeEvent, chosen: Rhythm | null): Rhythm {
  const { mailing } = noticeEvents[event]
  if (mailing === 'bell') return 'bell'
  return mailing === 'always' ? 'at_once' : (chosen ?? 'at_once')
}

/** Whether a choice for the group changes anything: some of its events are told as wanted. */
export function isChoosable(group: NoticeGroup): boolean {
  return Object.values(noticeEvents).some((rule) => rule.group === group && rule.mailing === 'wanted')
}

/** Groups of which the people of such organisations hear, and can choose how. */
export function choosableGroups(kinds: readonly OrganizationKind[]): NoticeGroup[] {
  const isBody = kinds.includes('spk') || kinds.includes('platform')
  const groups: readonly NoticeGroup[] = [
    ...(isBody ? (['cases', 'messages', 'deadlines', 'akimat'] as const) : []),
    ...(kinds.includes('akimat') ? (['deadlines', 'akimat', 'sites'] as const) : []),
  ]
  return noticeGroups.filter((group) => groups.includes(group) && isChoosable(group))
}
