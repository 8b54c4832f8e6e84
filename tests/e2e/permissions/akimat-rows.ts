import { randomUUID } from 'node:crypto'
import { only, territory } from '#tests/e2e/permissions/expectations'
import { desks, hidden, territoryDesk, type MatrixRow } from '#tests/e2e/permissions/rows'

/** Routes of the akimats. */
export const akimatRows: Record<string, MatrixRow> = {
  '/:lang/akimat': { path: () => '/ru/akimat?index', get: desks.akimat, post: territoryDesk('refused') },
  '/:lang/akimat/demand': { path: () => '/ru/akimat/demand', get: desks.akimat },
  '/:lang/akimat/questions': {
    path: () => '/ru/akimat/questions',
    get: desks.akimat,
    post: territoryDesk('refused'),
  },
  '/:lang/akimat/inquiries': {
    path: () => '/ru/akimat/inquiries',
    get: { ...desks.akimat, admin: 'hidden' },
    post: territoryDesk('refused'),
  },
  '/:lang/akimat/import': {
    path: () => '/ru/akimat/import',
    get: territoryDesk('page'),
    post: territoryDesk('refused'),
  },
  '/:lang/akimat/import/template.xlsx': { path: () => '/ru/akimat/import/template.xlsx', get: territoryDesk('page') },
  // An import is seen by who sent it: import.spec.ts.
  '/:lang/akimat/import/:id': {
    path: () => `/ru/akimat/import/${randomUUID()}`,
    get: only({}),
    post: only({}),
    form: { intent: 'cancel' },
  },
  '/:lang/akimat/export.xlsx': { path: () => '/ru/akimat/export.xlsx', get: desks.akimat },
  '/:lang/akimat/export.csv': { path: () => '/ru/akimat/export.csv', get: desks.akimat },
  '/:lang/akimat/sites/new': {
    path: () => '/ru/akimat/sites/new',
    get: territoryDesk('page'),
    post: territoryDesk('refused'),
  },
  '/:lang/akimat/sites/:number': {
    path: ({ draft }) => `/ru/akimat/sites/${draft}`,
    get: territory.read,
    post: territory.edit('refused'),
    form: { intent: 'confirm' },
  },
  '/:lang/akimat/sites/:number/edit': {
    path: ({ draft }) => `/ru/akimat/sites/${draft}/edit`,
    get: territory.edit('page'),
    post: territory.edit('refused'),
  },
  '/:lang/akimat/sites/:number/save': {
    path: ({ draft }) => `/ru/akimat/sites/${draft}/save`,
    get: hidden,
    post: territory.edit('refused'),
  },
  '/:lang/akimat/sites/:number/files': {
    path: ({ draft }) => `/ru/akimat/sites/${draft}/files`,
    get: hidden,
    // Files that do not exist join a draft that does: nothing changes, and the answer is the same as for one of theirs.
    post: { ...territory.edit('page'), visitor: 'sign_in' },
    form: { list: 'photos', fileId: 'none' },
  },
  '/:lang/akimat/sites/:number/parts': {
    path: ({ draft }) => `/ru/akimat/sites/${draft}/parts`,
    get: territory.edit('page'),
    post: territory.edit('refused'),
  },
  '/:lang/akimat/sites/:number/bundle': {
    path: ({ draft }) => `/ru/akimat/sites/${draft}/bundle`,
    // A draft is in no bundle.
    get: only({}),
    post: territory.edit('refused'),
  },
  '/:lang/akimat/sites/:number/review': {
    path: ({ draft }) => `/ru/akimat/sites/${draft}/review`,
    // It is not in review: those who may review are sent to its page.
    get: territory.review('elsewhere'),
    post: territory.review('elsewhere'),
    form: { intent: 'publish' },
  },
  '/:lang/akimat/sites/:number/confirm': {
    path: ({ draft }) => `/ru/akimat/sites/${draft}/confirm`,
    // Nothing of it is public: its page says so.
    get: territory.edit('elsewhere'),
    post: territory.edit('refused'),
    form: { intent: 'all' },
  },
  '/:lang/akimat/sites/:number/status': {
    path: ({ draft }) => `/ru/akimat/sites/${draft}/status?to=reserved`,
    get: territory.edit('elsewhere'),
    post: territory.edit('elsewhere'),
    form: { status: 'reserved' },
  },
  '/:lang/akimat/sites/:number/versions': {
    path: ({ draft }) => `/ru/akimat/sites/${draft}/versions`,
    get: territory.read,
  },
  '/:lang/akimat/sites/:number/versions/:sequence': {
    path: ({ draft }) => `/ru/akimat/sites/${draft}/versions/1`,
    get: territory.read,
  },
}
