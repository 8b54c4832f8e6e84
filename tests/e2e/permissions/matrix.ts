import { randomUUID } from 'node:crypto'
import { akimatRows } from '#tests/e2e/permissions/akimat-rows'
import { adminRows } from '#tests/e2e/permissions/admin-rows'
import { body, everybody, only } from '#tests/e2e/permissions/expectations'
import { anybody, desks, hidden, ownDesk, page, signedIn, type MatrixRow } from '#tests/e2e/permissions/rows'

/** Every route of app/routes.ts; one that is missing here fails the test. */
export const matrix: Record<string, MatrixRow> = {
  '/:lang': { path: () => '/ru', get: page },
  '/:lang/sites': { path: () => '/ru/sites', get: page },
  '/:lang/sites.xlsx': { path: () => '/ru/sites.xlsx?town=balkhash', get: page },
  '/:lang/sites.csv': { path: () => '/ru/sites.csv?town=balkhash', get: page },
  '/:lang/sites.geojson': { path: () => '/ru/sites.geojson?town=balkhash', get: page },
  '/:lang/sites/:number': { path: () => '/ru/sites/BLQ-0042', get: page },
  '/:lang/sites/:number/ask': { path: () => '/ru/sites/BLQ-0042/ask', get: page, post: anybody('refused') },
  '/:lang/sites/:number/passport.pdf': { path: () => '/ru/sites/BLQ-0042/passport.pdf', get: page },
  '/:lang/towns': { path: () => '/ru/towns', get: page },
  '/:lang/towns/:key': { path: () => '/ru/towns/balkhash', get: page },
  '/:lang/briefs/new': {
    path: () => '/ru/briefs/new?power_min=400',
    get: page,
    // Without a need nothing is saved: back to the form, which says so.
    post: anybody('elsewhere'),
  },
  // Saved ones are opened by their owner or their link: brief.spec.ts.
  '/:lang/briefs/:id': { path: () => `/ru/briefs/${randomUUID()}?key=wrong`, get: hidden, post: hidden },
  '/:lang/briefs/brief.pdf': { path: () => '/ru/briefs/brief.pdf?power_min=400', get: page },
  '/:lang/briefs/:id/brief.pdf': { path: () => `/ru/briefs/${randomUUID()}/brief.pdf?key=wrong`, get: hidden },
  '/:lang/compare': { path: () => '/ru/compare?site=BLQ-0042&site=BLQ-0001', get: page },
  '/:lang/inquiries/new': {
    path: () => '/ru/inquiries/new?site=BLQ-0042',
    get: page,
    post: anybody('refused'),
  },
  '/:lang/inquiries/sent': { path: () => '/ru/inquiries/sent', get: page, post: anybody('elsewhere') },
  '/:lang/inquiries/confirm': { path: () => '/ru/inquiries/confirm?token=unknown', get: hidden, post: hidden },
  // Without the secret key of the letter it does not exist, for its own officer too.
  '/:lang/inquiries/:number': {
    path: ({ casePath }) => `/ru/inquiries/${casePath.split('/')[0]}?key=wrong`,
    get: hidden,
    post: hidden,
  },
  // With its key: inquiry.spec.ts.
  '/:lang/inquiries/:number/visits/:visit/visit.ics': {
    path: ({ casePath }) => `/ru/inquiries/${casePath.split('/')[0]}/visits/${randomUUID()}/visit.ics?key=wrong`,
    get: hidden,
  },
  '/:lang/inquiries/:number/data': {
    path: ({ casePath }) => `/ru/inquiries/${casePath.split('/')[0]}/data?key=wrong`,
    get: hidden,
    post: hidden,
  },
  '/:lang/inquiries/:number/data/archive': {
    path: ({ casePath }) => `/ru/inquiries/${casePath.split('/')[0]}/data/archive?key=wrong`,
    get: hidden,
    post: hidden,
  },
  '/:lang/inquiries/:number/message': {
    path: ({ casePath }) => `/ru/inquiries/${casePath.split('/')[0]}/message?key=wrong`,
    get: hidden,
    post: hidden,
  },
  '/:lang/favourites': { path: () => '/ru/favourites', get: page, post: anybody('refused') },
  '/:lang/favourites/kept': { path: () => '/ru/favourites/kept', get: page, post: anybody('refused') },
  '/:lang/watch': { path: () => '/ru/watch?query=town%3Dbalkhash', get: page, post: anybody('refused') },
  '/:lang/subscription': { path: () => '/ru/subscription', get: page, post: anybody('refused') },
  // Each is the page of one letter.
  '/:lang/subscription/confirm': { path: () => '/ru/subscription/confirm?token=unknown', get: hidden, post: hidden },
  '/:lang/subscription/stop': { path: () => '/ru/subscription/stop?key=unknown', get: hidden, post: hidden },
  '/:lang/about': { path: () => '/ru/about', get: page },
  '/:lang/privacy': { path: () => '/ru/privacy', get: page },
  '/:lang/preferences': { path: () => '/ru/preferences', get: everybody('elsewhere'), post: everybody('elsewhere') },
  '/:lang/sign-in': {
    path: () => '/ru/sign-in',
    get: { ...everybody('elsewhere'), visitor: 'page' },
    post: { ...everybody('elsewhere'), visitor: 'refused' },
    form: { email: 'nobody@example.com', password: 'wrong' },
  },
  // With a session that waits for its code: second-factor.spec.ts.
  '/:lang/sign-in/code': {
    path: () => '/ru/sign-in/code',
    get: { ...everybody('elsewhere'), visitor: 'sign_in' },
    post: everybody('sign_in'),
  },
  '/:lang/sign-out': { path: () => '/ru/sign-out', get: everybody('elsewhere'), post: 'ends_the_session' },
  '/:lang/account': { path: () => '/ru/account', get: signedIn('page'), post: signedIn('refused') },
  '/:lang/account/data': { path: () => '/ru/account/data', get: signedIn('page'), post: signedIn('refused') },
  '/:lang/account/data/archive': {
    path: () => '/ru/account/data/archive',
    get: everybody('elsewhere'),
    post: signedIn('page'),
  },
  '/:lang/account/notices': {
    path: () => '/ru/account/notices',
    get: signedIn('page'),
    post: signedIn('refused'),
  },
  '/:lang/account/security': {
    path: () => '/ru/account/security',
    get: signedIn('page'),
    post: signedIn('refused'),
  },
  '/:lang/account/second-factor': {
    path: () => '/ru/account/second-factor',
    get: signedIn('page'),
    post: signedIn('refused'),
    form: { intent: 'turn_on', code: '000000', offer: 'forged' },
  },
  // Who has signed in a moment ago goes on at once.
  '/:lang/account/confirm': {
    path: () => '/ru/account/confirm',
    get: { ...everybody('elsewhere'), visitor: 'sign_in' },
    post: { ...everybody('elsewhere'), visitor: 'sign_in' },
  },
  '/:lang/account/email': { path: () => '/ru/account/email', get: signedIn('page'), post: signedIn('refused') },
  '/:lang/account/email/confirm': {
    path: () => '/ru/account/email/confirm?token=unknown',
    get: hidden,
    post: hidden,
  },
  '/:lang/notices': { path: () => '/ru/notices', get: signedIn('page'), post: signedIn('refused') },
  // It is opened by the key of a letter, by whoever has it.
  '/:lang/notices/stop': { path: () => '/ru/notices/stop?key=unknown', get: hidden, post: hidden },
  '/:lang/reset-password': { path: () => '/ru/reset-password', get: everybody('page'), post: everybody('refused') },
  '/:lang/reset-password/confirm': {
    path: () => '/ru/reset-password/confirm?token=unknown',
    get: hidden,
    post: hidden,
  },
  // People who have an account are sent to what they keep in it.
  '/:lang/sign-up': {
    path: () => '/ru/sign-up',
    get: { ...everybody('elsewhere'), visitor: 'page' },
    post: { ...anybody('elsewhere'), visitor: 'refused' },
  },
  '/:lang/sign-up/confirm': { path: () => '/ru/sign-up/confirm?token=unknown', get: hidden, post: hidden },
  '/:lang/account/inquiries': {
    path: () => '/ru/account/inquiries',
    get: signedIn('page'),
    post: { ...signedIn('refused'), auditor: 'hidden' },
  },
  '/:lang/invitations/:token': {
    path: () => '/ru/invitations/unknown',
    get: hidden,
    post: anybody('elsewhere'),
    form: { intent: 'join' },
  },
  ...akimatRows,
  '/:lang/spk': { path: () => '/ru/spk', get: desks.spk },
  '/:lang/spk/inquiries/:number/:part': {
    path: ({ casePath }) => `/ru/spk/inquiries/${casePath}`,
    get: body.read,
    post: body.act('refused'),
    form: { intent: 'redirect', form: randomUUID(), to: 'no-such-body', text: 'Not ours, please take it over' },
  },
  '/:lang/spk/visits': { path: () => '/ru/spk/visits', get: desks.spk },
  '/:lang/spk/visits/:visit/visit.ics': {
    path: ({ visitId }) => `/ru/spk/visits/${visitId}/visit.ics`,
    get: body.read,
  },
  '/:lang/spk/inquiries/:number/:part/akimat': {
    path: ({ casePath }) => `/ru/spk/inquiries/${casePath}/akimat`,
    get: body.act('page'),
    post: body.act('refused'),
    form: { form: randomUUID(), about: 'BLQ-9999', text: 'Is there anything free at this site?', dueOn: '2020-01-01' },
  },
  '/:lang/spk/assign': {
    path: () => '/ru/spk/assign',
    get: ownDesk('page'),
    post: ownDesk('refused'),
  },
  '/:lang/spk/head': {
    path: () => '/ru/spk/head',
    get: only({ spkHead: 'page', otherSpkHead: 'page' }),
    post: only({ spkHead: 'refused', otherSpkHead: 'refused' }),
  },
  '/:lang/spk/figures': { path: () => '/ru/spk/figures', get: desks.spk },
  '/:lang/spk/figures.xlsx': { path: () => '/ru/spk/figures.xlsx', get: desks.spk },
  '/:lang/spk/figures.csv': { path: () => '/ru/spk/figures.csv', get: desks.spk },
  ...adminRows,
  '/:lang/*': { path: () => '/ru/nothing', get: hidden },
  '/*': { path: () => '/nothing/at/all', get: hidden },
  // Attachments for each side: attachments.server.test.ts.
  '/inquiry-files/:fileId': { path: () => '/inquiry-files/00000000-0000-7000-8000-000000000000', get: hidden },
  // Papers at each level: files.spec.ts.
  '/files/:fileId': { path: () => '/files/00000000-0000-7000-8000-000000000000', get: hidden },
  '/files/:fileId/:width': { path: ({ fileId }) => `/files/${fileId}/480`, get: page },
  '/sitemap.xml': { path: () => '/sitemap.xml', get: page },
  '/robots.txt': { path: () => '/robots.txt', get: page },
  '/api/sites': { path: () => '/api/sites', get: page, post: anybody('refused') },
  '/api/sites/:number': { path: () => '/api/sites/BLQ-0042', get: page, post: anybody('refused') },
  '/api/map': { path: () => '/api/map', get: page, post: anybody('refused') },
  // A form is no JSON object.
  '/api/match': { path: () => '/api/match', get: everybody('refused'), post: everybody('refused') },
  // A stream for those who have something to listen to: refused here, since nobody asks for events.
  '/api/live': { path: () => '/api/live', get: { ...everybody('refused'), visitor: 'hidden' } },
  '/api/openapi.json': { path: () => '/api/openapi.json', get: page, post: anybody('refused') },
  '/api/*': { path: () => '/api/nothing', get: hidden, post: hidden },
}
