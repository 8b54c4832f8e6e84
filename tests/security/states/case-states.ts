import { randomUUID } from 'node:crypto'
import { workflowStates } from '#app/domain/inquiries/clock/model'
import { officialSteps } from '#app/domain/inquiries/model'
import type { Persona } from '#tests/e2e/permissions/personas'
import type { OwnProduct } from '#tests/setup/own-product'
import { intents } from '#tests/e2e/permissions/intents'
import { everybodyMay, type StateTable, type Subject } from '#tests/security/states/table'

/** Each with an inquiry of the demo: `redirected` lies with another body now, `erased` has lost its person. */
const parts: Record<string, string> = {
  ...{ routed: '2026-00011/1', accepted: '2026-00013/1', in_dialogue: '2026-00005/1', deficient: '2026-00015/1' },
  ...{ visit: '2026-00010/1', offer: '2026-00012/1', reopened: '2026-00014/1', contracted: '2026-00001/1' },
  ...{ closed_no_fit: '2026-00003/1', declined: '2026-00002/1', returned: '2026-00009/1' },
  ...{ withdrawn: '2026-00007/1', unreachable: '2026-00006/1', duplicate: '2026-00006/2', spam: '2026-00008/2' },
  ...{ redirected: '2026-00008/1', erased: '2026-00004/1' },
}

/** Events by which a case that is not there in the demo comes into its state. */
const events: Record<string, { type: string; data?: object; isEnd?: boolean }> = {
  deficient: { type: 'marked_deficient', data: { fixBy: '2026-12-31' } },
  offer: { type: 'offer_made' },
  reopened: { type: 'reopened' },
  returned: { type: 'returned', isEnd: true },
  unreachable: { type: 'unreachable', isEnd: true },
  duplicate: { type: 'duplicate', isEnd: true },
  spam: { type: 'spam', isEnd: true },
}

export const unknownCase = '2026-99999/1'
/** The secret of every inquiry here. */
export const caseKey = 'the-key-of-the-letters-of-this-test'

/** Cases of SPK Saryarka, one in each state that an official can meet it in; one has gone to SPK Tobol. */
export async function makeCases(product: OwnProduct): Promise<Subject[]> {
  const missing = workflowStates.filter(
    (state) => !(state in parts) && state !== 'unconfirmed' && state !== 'registered',
  )
  if (missing.length > 0) throw new Error(`No case is ${missing.join(', ')}`)
  const bodyOf = `(SELECT id FROM organization WHERE slug = $1)`
  await product.ask(`UPDATE "InquiryPart" SET "organizationId" = ${bodyOf}`, ['spk-saryarka'])
  const part = `SELECT p.id FROM "InquiryPart" p JOIN "Inquiry" i ON i.id = p."inquiryId"
    WHERE i.number || '/' || p.sequence`
  await product.ask(
    `UPDATE "InquiryPart" SET "organizationId" = ${bodyOf}, "assigneeId" = NULL WHERE id = (${part} = $2)`,
    [...['spk-tobol', parts.redirected]],
  )
  for (const [state, { type, data = {}, isEnd = false }] of Object.entries(events)) {
    await product.ask(
      `INSERT INTO "InquiryEvent" (id, "partId", sequence, type, at, "actorKind", data)
       SELECT gen_random_uuid(), "partId", max(sequence) + 1, $2, now(), 'system', $3::jsonb
       FROM "InquiryEvent" WHERE "partId" = (${part} = $1) GROUP BY "partId"`,
      [parts[state], type, JSON.stringify(data)],
    )
    await product.ask(
      `UPDATE "InquiryPart" SET state = $2, "closedAt" = CASE WHEN $3 THEN now() END WHERE id = (${part} = $1)`,
      [parts[state], state, isEnd],
    )
  }
  await product.ask(`UPDATE "Inquiry" SET "secretHash" = encode(sha256(convert_to($1 || number, 'utf8')), 'hex')`, [
    caseKey,
  ])
  await product.ask(`UPDATE "Inquiry" SET "erasedAt" = now() WHERE number = $1`, [parts.erased?.split('/')[0]])
  return Object.entries(parts).map(([state, id]) => ({ state, id }))
}

const ofBody = (saryarka: readonly Persona[], tobol: readonly Persona[]) => (state: string) =>
  state === 'redirected' ? tobol : saryarka

const reads = ofBody(['officer', 'spkHead', 'auditor'], ['otherOfficer', 'otherSpkHead', 'auditor'])
const acts = ofBody(['officer', 'spkHead'], ['otherOfficer', 'otherSpkHead'])

const over = ['contracted', 'closed_no_fit', 'declined', 'withdrawn', 'unreachable', 'duplicate', 'spam', 'erased']

const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
/** Enough for every form of a case. */
const filledIn = {
  ...{ text: 'Слова, которых здесь не должно быть', until: soon, fixBy: soon, dueOn: soon, missing: 'papers' },
  ...{ to: 'spk-tobol', of: '2026-00011', decision: 'approve', step: 'closed_no_fit', about: 'BLQ-0042' },
  ...{ minutes: '60', place: 'Проходная', contact: 'Ержан', time1: `${soon}T11:00`, visit: randomUUID() },
  ...{ request: randomUUID(), part: '1', stars: '1', time: `${soon}T06:00:00Z`, email: 'a@example.kz' },
}
const fill = (intent: string, more: Record<string, string> = {}) => ({
  ...{ intent, form: randomUUID(), ...filledIn, ...more },
})

const officialForms = [
  ...(intents['/:lang/spk/inquiries/:number/:part'] ?? [])
    .filter((intent) => intent !== 'step')
    .map((one) => fill(one)),
  ...officialSteps.map((step) => fill('step', { step, reason: 'other' })),
]
const investorForms = [...(intents['/:lang/inquiries/:number'] ?? []), 'message'].map((intent) => fill(intent))

const numberOf = (id: string) => id.split('/')[0] ?? ''

/** The investor's side is opened by the key of the letters, for whoever has it. */
const byKey = (place: string, key: (id: string) => string) => ({
  path: (id: string) => `/ru/inquiries/${numberOf(id)}${place}?key=${key(id)}`,
  isByKey: true,
})
const others = (id: string) => (numberOf(id) === '2026-00011' ? '2026-00013' : '2026-00011')
const rightKey = (id: string) => caseKey + numberOf(id)
const othersKey = (id: string) => caseKey + others(id)
/** Whose owner keeps it in the account needs no key. */
const owner = (state: string): Persona[] => (state === 'redirected' || state === 'spam' ? ['investor'] : [])

export const caseTable: StateTable = {
  '/:lang/spk/inquiries/:number/:part': {
    path: (id) => `/ru/spk/inquiries/${id}`,
    ...{ who: reads, get: 'page', mayPost: acts, forms: officialForms },
  },
  '/:lang/spk/inquiries/:number/:part/akimat': {
    path: (id) => `/ru/spk/inquiries/${id}/akimat`,
    ...{
      who: acts,
      get: (state) => (over.includes(state) ? 'elsewhere' : 'page'),
      mayPost: acts,
      forms: [fill('ask')],
    },
  },
  '/:lang/inquiries/:number with its key': { ...byKey('', rightKey), who: everybodyMay, get: 'page' },
  '/:lang/inquiries/:number with the key of another': {
    ...byKey('', othersKey),
    ...{ who: owner, get: 'page', mayPost: owner, forms: investorForms },
  },
  '/:lang/inquiries/:number/message with the key of another': {
    ...byKey('/message', othersKey),
    ...{ who: [], get: 'hidden', mayPost: owner, forms: investorForms },
  },
  '/:lang/inquiries/:number/data with the key of another': {
    ...byKey('/data', othersKey),
    ...{ who: owner, get: 'page', mayPost: owner, forms: [fill('erase')] },
  },
  '/:lang/inquiries/:number/data/archive with the key of another': {
    ...byKey('/data/archive', othersKey),
    ...{ who: [], get: 'hidden', mayPost: owner, forms: [fill('archive')] },
  },
}
