import { randomUUID } from 'node:crypto'
import type { Outcome } from '#tests/e2e/permissions/expectations'
import type { OwnProduct } from '#tests/setup/own-product'
import { everybodyMay, heads, editors, readers, type StateTable, type Subject } from '#tests/security/states/table'
import type { People } from '#tests/security/states/people'

/** Of Balkhash. The drafts and the published ones of the demo, each put into a state of its own. */
const numbers = {
  ...{ draft: 'BLQ-0063', in_review: 'BLQ-0061', changes_requested: 'BLQ-0062' },
  ...{ published: 'BLQ-0042', stale: 'BLQ-0007', edited: 'BLQ-0019', edited_in_review: 'BLQ-0053' },
  ...{ reserved: 'BLQ-0047', occupied: 'BLQ-0031', withdrawn: 'BLQ-0058' },
}
type SiteState = keyof typeof numbers

export const unknownSite = 'BLQ-9999'

/** Sites of Balkhash, one in each state that a site can be in. */
export async function makeSites(product: OwnProduct, people: People): Promise<Subject[]> {
  for (const state of ['edited', 'edited_in_review'] as const) {
    await people.get('editor')?.post(`/ru/akimat/sites/${numbers[state]}`, { intent: 'open' })
  }
  const set = (state: SiteState, changes: string) =>
    product.ask(`UPDATE "Site" SET ${changes}, "changedAt" = now() WHERE number = $1`, [numbers[state]])
  await set('stale', `"confirmedAt" = now() - interval '400 days', "confirmBy" = now() - interval '200 days'`)
  await set('reserved', `status = 'reserved'`)
  await set('occupied', `status = 'occupied', "endedAt" = now()`)
  await set('withdrawn', `status = 'withdrawn', "endedAt" = now()`)
  await product.ask(
    `UPDATE "SiteVersion" v SET state = 'in_review', "submittedAt" = now() FROM "Site" s
     WHERE s.id = v."siteId" AND s.number = $1 AND v.state = 'draft'`,
    [numbers.edited_in_review],
  )
  return Object.entries(numbers).map(([state, id]) => ({ state, id }))
}

const neverPublic: SiteState[] = ['draft', 'in_review', 'changes_requested']
const over: SiteState[] = ['occupied', 'withdrawn']
const offered: SiteState[] = ['published', 'stale', 'edited', 'edited_in_review']

/** `outcome` in these states, else the other one. */
const inStates = (states: readonly SiteState[], outcome: Outcome, otherwise: Outcome) => (state: string) =>
  states.some((one) => one === state) ? outcome : otherwise

const everywhere = { who: everybodyMay, get: inStates(neverPublic, 'hidden', 'page') }
const edited = { who: editors, mayPost: editors }

const group = { group: 'identity', revision: '1', 'identity.name.ru': 'Чужое имя' }
const together = { site: 'BLQ-0042', 'name.kk': 'Бірге', 'name.ru': 'Вместе', 'name.en': 'Together' }

export const siteTable: StateTable = {
  '/:lang/sites/:number': { path: (id) => `/ru/sites/${id}`, ...everywhere },
  '/:lang/sites/:number/ask': { path: (id) => `/ru/sites/${id}/ask`, ...everywhere },
  '/:lang/sites/:number/passport.pdf': { path: (id) => `/ru/sites/${id}/passport.pdf`, ...everywhere },
  '/api/sites/:number': { path: (id) => `/api/sites/${id}`, ...everywhere },
  '/:lang/akimat/sites/:number': {
    path: (id) => `/ru/akimat/sites/${id}`,
    ...{ who: readers, get: 'page', mayPost: editors },
    forms: [{ intent: 'confirm' }, { intent: 'open' }, { intent: 'discard' }],
  },
  '/:lang/akimat/sites/:number/edit': {
    path: (id) => `/ru/akimat/sites/${id}/edit`,
    ...edited,
    get: inStates(['draft', 'changes_requested', 'edited'], 'page', 'elsewhere'),
    forms: [group, { ...group, intent: 'submit' }, { intent: 'restore', removed: '{}' }],
  },
  '/:lang/akimat/sites/:number/save': {
    path: (id) => `/ru/akimat/sites/${id}/save`,
    ...{ who: everybodyMay, get: 'hidden', mayPost: editors, forms: [group] },
  },
  '/:lang/akimat/sites/:number/files': {
    path: (id) => `/ru/akimat/sites/${id}/files`,
    ...{ who: everybodyMay, get: 'hidden', mayPost: editors, forms: [{ list: 'photos', fileId: randomUUID() }] },
  },
  '/:lang/akimat/sites/:number/parts': {
    path: (id) => `/ru/akimat/sites/${id}/parts`,
    ...edited,
    // The draft is land, which has no premises.
    get: inStates([...over, 'draft'], 'hidden', 'page'),
    forms: [{ key: randomUUID(), 'units.0.name.ru': 'Цех', 'units.0.area': '100' }],
  },
  '/:lang/akimat/sites/:number/bundle': {
    path: (id) => `/ru/akimat/sites/${id}/bundle`,
    ...edited,
    get: inStates([...neverPublic, ...over], 'hidden', 'page'),
    forms: [{ intent: 'dissolve' }, { intent: 'bundle', ...together }],
  },
  '/:lang/akimat/sites/:number/review': {
    path: (id) => `/ru/akimat/sites/${id}/review`,
    ...{ who: heads, mayPost: heads, get: inStates(['in_review', 'edited_in_review'], 'page', 'elsewhere') },
    forms: [
      { intent: 'publish', revision: '1' },
      { revision: '1', remark: 'Так нельзя, исправьте' },
    ],
  },
  '/:lang/akimat/sites/:number/confirm': {
    path: (id) => `/ru/akimat/sites/${id}/confirm`,
    ...{ ...edited, get: inStates(offered, 'page', 'elsewhere') },
    forms: [{ intent: 'all' }, { group: 'utilities' }],
  },
  '/:lang/akimat/sites/:number/status': {
    path: (id) => `/ru/akimat/sites/${id}/status?to=reserved`,
    ...{ ...edited, get: inStates(offered, 'page', 'elsewhere') },
    forms: ['reserved', 'occupied', 'withdrawn', 'published'].map((status) => ({
      status,
      reason: 'sold',
      note: 'Чужое слово',
    })),
  },
  '/:lang/akimat/sites/:number/versions': {
    path: (id) => `/ru/akimat/sites/${id}/versions`,
    ...{ who: readers, get: 'page' },
  },
  '/:lang/akimat/sites/:number/versions/:sequence': {
    path: (id) => `/ru/akimat/sites/${id}/versions/1`,
    ...{ who: readers, get: 'page' },
  },
}
