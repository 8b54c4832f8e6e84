import { randomUUID } from 'node:crypto'
import { administration, only } from '#tests/e2e/permissions/expectations'
import { everyDesk, type MatrixRow } from '#tests/e2e/permissions/rows'

/** Routes of the administration, and the webhooks that a body keeps itself. */
export const adminRows: Record<string, MatrixRow> = {
  '/:lang/admin': { path: () => '/ru/admin', get: administration.read },
  '/:lang/admin/organizations/:slug': {
    path: () => '/ru/admin/organizations/spk-saryarka',
    get: administration.read,
    post: administration.act('refused'),
  },
  '/:lang/admin/responsibility': { path: () => '/ru/admin/responsibility', get: administration.read },
  '/:lang/admin/responsibility/regions/:key': {
    path: () => '/ru/admin/responsibility/regions/karaganda',
    get: administration.read,
    post: administration.act('refused'),
  },
  '/:lang/admin/responsibility/sites': {
    path: () => '/ru/admin/responsibility/sites',
    get: administration.read,
    post: administration.act('refused'),
  },
  '/:lang/admin/responsibility/desks/:slug': {
    path: () => '/ru/admin/responsibility/desks/spk-saryarka',
    get: administration.read,
    post: administration.act('refused'),
  },
  '/:lang/admin/responsibility/reorganizations': {
    path: () => '/ru/admin/responsibility/reorganizations',
    get: administration.read,
    post: administration.act('refused'),
  },
  '/:lang/admin/rule-sets': { path: () => '/ru/admin/rule-sets', get: administration.read },
  '/:lang/admin/rule-sets/:key': {
    path: () => '/ru/admin/rule-sets/small_industrial_zone',
    get: administration.read,
    post: administration.act('refused'),
    // It is published: nothing can be saved into it.
    form: { intent: 'publish', version: '1' },
  },
  '/:lang/admin/erasures': {
    path: () => '/ru/admin/erasures',
    get: administration.read,
    post: administration.act('refused'),
  },
  '/:lang/admin/settings': { path: () => '/ru/admin/settings', get: administration.read },
  '/:lang/admin/settings/templates/:key': {
    path: () => '/ru/admin/settings/templates/acknowledge',
    get: administration.read,
    post: administration.act('refused'),
  },
  '/:lang/spk/webhooks': {
    path: () => '/ru/spk/webhooks',
    get: only({ ...everyDesk('page'), auditor: 'page', admin: 'page' }),
    post: only({ spkHead: 'refused', otherSpkHead: 'refused', admin: 'refused' }),
  },
  // One that does not exist: those of other bodies are hidden in webhooks.server.test.ts.
  '/:lang/spk/webhooks/:id': {
    path: () => `/ru/spk/webhooks/${randomUUID()}`,
    get: only({}),
    post: only({}),
    form: { intent: 'rotate' },
  },
  '/:lang/admin/settings/webhooks': {
    path: () => '/ru/admin/settings/webhooks',
    get: only({ ...everyDesk('page'), auditor: 'page', admin: 'page' }),
    post: only({ spkHead: 'refused', otherSpkHead: 'refused', admin: 'refused' }),
  },
  '/:lang/admin/settings/webhooks/:id': {
    path: () => `/ru/admin/settings/webhooks/${randomUUID()}`,
    get: only({}),
    post: only({}),
    form: { intent: 'rotate' },
  },
  '/:lang/admin/settings/jobs': { path: () => '/ru/admin/settings/jobs', get: administration.read },
  '/:lang/admin/settings/calendar': {
    path: () => '/ru/admin/settings/calendar',
    get: administration.read,
    post: administration.act('refused'),
  },
  '/:lang/admin/settings/clock': {
    path: () => '/ru/admin/settings/clock',
    get: administration.read,
    post: administration.act('refused'),
  },
  '/:lang/admin/audit': { path: () => '/ru/admin/audit', get: administration.read },
  '/:lang/admin/outbox': { path: () => '/ru/admin/outbox', get: only({ admin: 'page' }) },
  '/:lang/admin/outbox/:id': {
    path: ({ messageId }) => `/ru/admin/outbox/${messageId}`,
    get: only({ admin: 'page' }),
    post: only({ admin: 'elsewhere' }),
  },
}
