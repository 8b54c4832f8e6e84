import type { Words } from '#app/locales/words'

export const desks = ['akimat', 'spk', 'admin'] as const
export type Desk = (typeof desks)[number]

/** Who has a use for a section, where not everybody of the desk: those who head a body, or administrators. */
export type Circle = 'heads' | 'admins'

export type Section = { word: keyof Words['ui']['nav']; path: string; isExact?: boolean; only?: Circle }

export const publicSections: readonly Section[] = [
  { word: 'sites', path: '/sites' },
  { word: 'briefs', path: '/briefs/new' },
  { word: 'towns', path: '/towns' },
  { word: 'favourites', path: '/favourites' },
]

export const deskSections: Record<Desk, readonly Section[]> = {
  akimat: [
    { word: 'sites', path: '/akimat', isExact: true },
    { word: 'inquiries', path: '/akimat/inquiries' },
    { word: 'questions', path: '/akimat/questions' },
    { word: 'demand', path: '/akimat/demand' },
  ],
  spk: [
    { word: 'inquiries', path: '/spk', isExact: true },
    { word: 'visits', path: '/spk/visits' },
    { word: 'team', path: '/spk/head', only: 'heads' },
    { word: 'figures', path: '/spk/figures' },
    { word: 'webhooks', path: '/spk/webhooks' },
  ],
  admin: [
    { word: 'accounts', path: '/admin', isExact: true },
    { word: 'responsibility', path: '/admin/responsibility' },
    { word: 'rule_sets', path: '/admin/rule-sets' },
    { word: 'settings', path: '/admin/settings' },
    { word: 'outbox', path: '/admin/outbox', only: 'admins' },
    { word: 'audit', path: '/admin/audit' },
  ],
}
