import { randomUUID } from 'node:crypto'
import { webhookKinds } from '#app/domain/webhooks/model'
import { intents } from '#tests/e2e/permissions/intents'
import type { Persona } from '#tests/e2e/permissions/personas'
import type { OwnProduct } from '#tests/setup/own-product'
import { caseKey } from '#tests/security/states/case-states'
import { everybodyMay, type StateTable, type Subject } from '#tests/security/states/table'

type Things = Record<'import' | 'webhook' | 'brief' | 'visit' | 'attachment', Subject[]>

/** Everything else that has an address of its own, in each state: of Balkhash, of SPK Saryarka, or of one investor. */
export async function makeThings(product: OwnProduct): Promise<Things> {
  const make = (states: readonly string[], insert: string) =>
    Promise.all(
      states.map(async (state) => {
        const [row] = await product.ask<{ id: string }>(`${insert} RETURNING id`, [state])
        return { state, id: row?.id ?? '' }
      }),
    )
  const person = (email: string) => `(SELECT id FROM "user" WHERE email = '${email}')`
  return {
    import: await make(
      ['queued', 'reading', 'ready', 'confirmed', 'done', 'failed', 'cancelled'],
      `INSERT INTO "ImportBatch" (id, "createdById", "fileName", "storageKey", state, "updatedAt")
       SELECT gen_random_uuid(), ${person('editor@balkhash.demo')}, 'sites.csv', 'imports/' || gen_random_uuid() || '/none.csv', $1::"ImportState", now()`,
    ),
    webhook: await make(
      ['on', 'off', 'deleted'],
      `INSERT INTO "WebhookEndpoint" (id, "organizationId", url, events, secret, "isActive", "deletedAt")
       SELECT gen_random_uuid(), id, 'https://saryarka.example/alan', '{}', 'none', $1 <> 'off',
         CASE WHEN $1 = 'deleted' THEN now() END FROM organization WHERE slug = 'spk-saryarka'`,
    ),
    brief: await make(
      ['kept', 'deleted', 'without_owner'],
      `INSERT INTO "Brief" (id, "ownerId", "secretHash", locale, body, "updatedAt", "deletedAt")
       SELECT gen_random_uuid(), CASE WHEN $1 <> 'without_owner' THEN "ownerId" END, gen_random_uuid()::text, locale, body,
         now(), CASE WHEN $1 = 'deleted' THEN now() END
       FROM "Brief" WHERE "ownerId" = ${person('investor@company.demo')} LIMIT 1`,
    ),
    visit: await make(
      ['proposed', 'accepted', 'cancelled'],
      `INSERT INTO "Visit" (id, "partId", state, times, minutes, place, contact, "officialId", "startsAt", "endsAt")
       SELECT gen_random_uuid(), p.id, $1, '{2027-01-11T06:00:00Z}', 60, 'Проходная', 'Ержан',
         ${person('officer@saryarka.demo')}, '2027-01-11T06:00:00Z', '2027-01-11T07:00:00Z'
       FROM "InquiryPart" p JOIN "Inquiry" i ON i.id = p."inquiryId" WHERE i.number = '2026-00010'`,
    ),
    attachment: await makeAttachments(product),
  }
}

/** Of an inquiry that an investor keeps: what both sides see, and what stays inside the body that has the case. */
async function makeAttachments(product: OwnProduct): Promise<Subject[]> {
  const rows = await product.ask<{ id: string; state: string }>(
    `INSERT INTO "InquiryAttachment" (id, access, "partId", "messageId", sha256, "fileName", "contentType", bytes)
     SELECT gen_random_uuid(), 'internal', m."partId", m.id, sha256, "fileName", "contentType", bytes
     FROM "InquiryAttachment" a JOIN "InquiryMessage" m ON m."partId" = a."partId" AND m.id <> a."messageId"
     LIMIT 1 RETURNING id, access AS state`,
  )
  const shared = await product.ask<{ id: string; state: string }>(
    `SELECT id, access AS state FROM "InquiryAttachment" WHERE access = 'parties' LIMIT 1`,
  )
  return [...shared, ...rows]
}

const importForms = (intents['/:lang/akimat/import/:id'] ?? []).map((intent) => ({ intent, choice: 'skip', row: '2' }))
const hookForms = [
  ...['ping', 'rotate', 'switch_off', 'switch_on'].map((intent) => ({ intent, form: randomUUID() })),
  { url: 'https://example.com/alan', kinds: webhookKinds[0] },
]
const briefForms = [{ intent: 'delete' }, { intent: 'restore' }, { intent: '' }]

const hookRow = (base: string, ...more: Record<string, string>[]) => ({
  path: (id: string) => `/ru/${base}/webhooks/${id}`,
  who: (state: string): Persona[] => (state === 'deleted' ? [] : ['officer', 'spkHead', 'auditor', 'admin']),
  get: 'page' as const,
  mayPost: ['spkHead', 'admin'] as Persona[],
  forms: [...hookForms, ...more],
})

const ownerOfBrief = (state: string): Persona[] => (state === 'without_owner' ? [] : ['investor'])

export const thingTables: Record<keyof Things, StateTable> = {
  import: {
    '/:lang/akimat/import/:id': {
      path: (id) => `/ru/akimat/import/${id}`,
      ...{ who: ['editor'], get: 'page', mayPost: ['editor'], forms: importForms },
    },
  },
  webhook: {
    '/:lang/spk/webhooks/:id': hookRow('spk'),
    '/:lang/admin/settings/webhooks/:id': hookRow('admin/settings', { intent: 'delete' }),
  },
  brief: {
    '/:lang/briefs/:id': {
      path: (id) => `/ru/briefs/${id}?key=wrong`,
      ...{ who: ownerOfBrief, get: 'page', mayPost: ownerOfBrief, forms: briefForms, isByKey: true },
    },
    '/:lang/briefs/:id/brief.pdf': {
      path: (id) => `/ru/briefs/${id}/brief.pdf`,
      ...{ who: (state) => (state === 'kept' ? ['investor'] : []), get: 'page', isByKey: true },
    },
  },
  visit: {
    '/:lang/spk/visits/:visit/visit.ics': {
      path: (id) => `/ru/spk/visits/${id}/visit.ics`,
      ...{ who: ['officer', 'spkHead', 'auditor'], get: 'page' },
    },
    '/:lang/inquiries/:number/visits/:visit/visit.ics': {
      path: (id) => `/ru/inquiries/2026-00010/visits/${id}/visit.ics?key=${caseKey}2026-00010`,
      ...{ who: everybodyMay, get: 'page', isByKey: true },
    },
    '/:lang/inquiries/:number/visits/:visit/visit.ics of another inquiry': {
      path: (id) => `/ru/inquiries/2026-00011/visits/${id}/visit.ics?key=${caseKey}2026-00011`,
      ...{ who: [], get: 'page', isByKey: true },
    },
  },
  attachment: {
    '/inquiry-files/:fileId': {
      path: (id) => `/inquiry-files/${id}`,
      who: (state) => [
        ...(state === 'parties' ? (['investor'] as const) : []),
        ...(['otherOfficer', 'otherSpkHead', 'auditor'] as const),
      ],
      ...{ get: 'page', isByKey: true },
    },
  },
}
