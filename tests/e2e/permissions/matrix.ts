import { administration, everybody, only, type Expectation } from '#tests/e2e/permissions/expectations'

/** Objects of the demo that the addresses name: they belong to Balkhash and to SPK Saryarka. */
export type Objects = { draft: string; casePath: string; messageId: string; fileId: string }

export type MatrixRow = {
  /** An address of the pattern with real objects in it, in Russian. */
  path: (objects: Objects) => string
  get: Expectation
  /** Of a form that says nothing useful, so that nobody changes anything; left out where the route takes none. */
  post?: Expectation
}

const page = everybody('page')
const hidden = everybody('hidden')
const signedIn = (outcome: 'page' | 'refused'): Expectation => ({ ...everybody(outcome), visitor: 'sign_in' })

/** Every route of app/routes.ts; one that is missing here fails the test. */
export const matrix: Record<string, MatrixRow> = {
  '/:lang': { path: () => '/ru', get: page },
  '/:lang/sites': { path: () => '/ru/sites', get: page },
  '/:lang/sites/:number': { path: () => '/ru/sites/BLQ-0042', get: page },
  '/:lang/towns': { path: () => '/ru/towns', get: page },
  '/:lang/towns/:key': { path: () => '/ru/towns/balkhash', get: page },
  '/:lang/about': { path: () => '/ru/about', get: page },
  '/:lang/preferences': { path: () => '/ru/preferences', get: everybody('elsewhere'), post: everybody('elsewhere') },
  '/:lang/sign-in': {
    path: () => '/ru/sign-in',
    get: { ...everybody('elsewhere'), visitor: 'page' },
    post: everybody('refused'),
  },
  '/:lang/sign-out': { path: () => '/ru/sign-out', get: everybody('elsewhere') },
  '/:lang/account': { path: () => '/ru/account', get: signedIn('page'), post: signedIn('refused') },
  '/:lang/invitations/:token': { path: () => '/ru/invitations/unknown', get: hidden, post: hidden },
  '/:lang/admin': { path: () => '/ru/admin', get: administration.read },
  '/:lang/admin/organizations/:slug': {
    path: () => '/ru/admin/organizations/spk-saryarka',
    get: administration.read,
    post: administration.act('refused'),
  },
  '/:lang/admin/outbox': { path: () => '/ru/admin/outbox', get: only({ admin: 'page' }) },
  '/:lang/admin/outbox/:id': {
    path: ({ messageId }) => `/ru/admin/outbox/${messageId}`,
    get: only({ admin: 'page' }),
    post: only({ admin: 'refused' }),
  },
  '/:lang/*': { path: () => '/ru/nothing', get: hidden },
  '/*': { path: () => '/nothing/at/all', get: hidden },
  '/sitemap.xml': { path: () => '/sitemap.xml', get: page },
  '/robots.txt': { path: () => '/robots.txt', get: page },
  '/api/sites': { path: () => '/api/sites', get: page },
  '/api/sites/:number': { path: () => '/api/sites/BLQ-0042', get: page },
  '/api/map': { path: () => '/api/map', get: page },
  '/api/openapi.json': { path: () => '/api/openapi.json', get: page },
  '/api/*': { path: () => '/api/nothing', get: hidden },
}
