// The arrows that must never be drawn: docs/architecture.md. An import that cannot be resolved would pass every other
// rule, so it is a fault of its own.

/** Import only to the left. tests/architecture.test.ts keeps this list equal to the directories of app/domain. */
const ROOMS = [
  'kernel',
  'towns',
  'accounts',
  'ledger',
  'notices',
  'sites',
  'eligibility',
  'search',
  'matching',
  'alerts',
  'questions',
  'webhooks',
  'routing',
  'inquiries',
  'insight',
  'privacy',
]

const TEST = '(\\.test\\.tsx?$|^tests/)'
const SERVER = '\\.server\\.tsx?$'
/** Server files of a room that others may use, besides its queries: each takes the transaction of the caller, or its scope; the catalogue holds only what is public, and words are nobody's. */
const DOORS = [
  'visible-to',
  'erase-entries',
  'erase-case',
  'outbox',
  'tell',
  'subscribers',
  'catalogue',
  'field-words',
].join('|')
/** In rooms everything is pure but server files, components and tests. */
const pure = { path: '^app/domain/.+\\.ts$', pathNot: [SERVER, TEST, '/components/'] }
const components = {
  path: ['^app/domain/.+/components/', '^app/ui/', '\\.tsx$'],
  pathNot: [TEST, '^app/(routes/|root|entry)'],
}

const arrow = (name, from, to) => ({ name, severity: 'error', from, to })

const ownRoomOnly = [
  arrow(
    'commands-of-own-room',
    { path: '^app/domain/([^/]+)/', pathNot: TEST },
    {
      path: '^app/domain/[^/]+/commands(/|\\.server\\.ts$)',
      pathNot: '^app/domain/$1/',
    },
  ),
  arrow(
    'queries-of-other-rooms',
    { path: '^app/domain/([^/]+)/', pathNot: TEST },
    {
      path: `^app/domain/[^/]+/.*${SERVER}`,
      pathNot: ['^app/domain/$1/', `^app/domain/[^/]+/(queries/|(queries|${DOORS})\\.server\\.ts$)`],
    },
  ),
]

const roomOrder = ROOMS.map((room, index) =>
  arrow(
    `room-order-${room}`,
    { path: `^app/domain/${room}/`, pathNot: TEST },
    {
      path: `^app/domain/(${ROOMS.slice(index + 1).join('|') || '(?!)'})/`,
    },
  ),
)

module.exports = {
  forbidden: [
    arrow('no-cycle', {}, { circular: true }),
    arrow('unresolved', {}, { couldNotResolve: true, pathNot: '^(virtual:remix/|(geojson|pdfmake/interfaces)$)' }),
    arrow('pure-no-server', pure, {
      path: [SERVER, '\\.tsx$', '^app/(platform/(?!i18n/language|sheets/model)|ui|routes|server)/'],
    }),
    arrow('pure-no-node', pure, { dependencyTypes: ['core'] }),
    arrow('pure-no-frameworks', pure, {
      path: 'node_modules/(react|react-dom|@remix-run|@prisma|react-i18next)/',
    }),
    arrow('server-no-ui', { path: SERVER, pathNot: '^app/entry' }, { path: '(^app/(ui|routes)/|/components/)' }),
    arrow('components-no-server', components, { path: SERVER }),
    arrow('components-no-node', components, { dependencyTypes: ['core'] }),
    arrow('ui-platform-no-domain', { path: '^app/(ui|platform)/', pathNot: TEST }, { path: '^app/domain/' }),
    arrow('no-import-of-routes', { pathNot: ['^app/routes', '^app/server/', TEST] }, { path: '^app/routes/' }),
    arrow('no-import-of-server', { path: '^app/', pathNot: ['^app/server/', TEST] }, { path: '^app/server/' }),
    arrow(
      'routes-no-database',
      { path: '^app/(routes/|root|entry)' },
      {
        path: ['^app/platform/(db|embedded-db)/', 'node_modules/(@prisma|pg|prisma)/'],
      },
    ),
    arrow(
      'prisma-in-server-files',
      { path: '^app/', pathNot: [SERVER, TEST, '^app/(server|platform/db)/'] },
      {
        path: ['^app/platform/db/generated/', 'node_modules/@prisma/'],
      },
    ),
    arrow('app-no-seeds-no-tests', { path: '^app/', pathNot: TEST }, { path: '^(seeds|tests|bench)/' }),
    arrow('seeds-no-tests', { path: '^seeds/', pathNot: TEST }, { path: '^tests/' }),
    arrow(
      'product-no-test-tools',
      { path: '^(app|seeds)/', pathNot: [TEST, '^app/server/dev\\.ts$'] },
      {
        dependencyTypes: ['npm-dev'],
        pathNot: 'node_modules/(@types/|@remix-run/(dev|route-config)/)',
      },
    ),
    ...ownRoomOnly,
    ...roomOrder,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^app/platform/db/generated/.+/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
