import { index, layout, route, type RouteConfig } from '@remix-run/route-config'

/** The whole URL map. `/` is answered by the server: it redirects to the visitor's language. */
export default [
  route(':lang', 'routes/public/layout.tsx', [
    // everybody
    index('routes/public/home.tsx'),
    route('sites', 'routes/public/search.tsx'),
    route('sites/:number', 'routes/public/passport.tsx'),
    route('towns', 'routes/public/towns.tsx'),
    route('towns/:key', 'routes/public/town.tsx'),
    route('inquiries/new', 'routes/public/inquiry-new.tsx'),
    route('inquiries/sent', 'routes/public/inquiry-sent.tsx'),
    route('inquiries/confirm', 'routes/public/inquiry-confirm.tsx'),
    route('inquiries/:number', 'routes/public/inquiry-case.tsx'),
    route('about', 'routes/public/about.tsx'),
    route('preferences', 'routes/public/preferences.tsx'),

    route('sign-in', 'routes/auth/sign-in.tsx'),
    route('sign-out', 'routes/auth/sign-out.ts'),
    route('account', 'routes/auth/account.tsx'),
    route('invitations/:token', 'routes/auth/invitation.tsx'),

    // akimat
    route('akimat', 'routes/akimat/layout.tsx', [
      index('routes/akimat/desk.tsx'),
      route('sites/new', 'routes/akimat/site-new.tsx'),
      route('sites/:number', 'routes/akimat/site.tsx'),
      route('sites/:number/edit', 'routes/akimat/site-edit.tsx'),
      route('sites/:number/save', 'routes/akimat/site-save.ts'),
      route('sites/:number/review', 'routes/akimat/site-review.tsx'),
    ]),

    // spk
    route('spk', 'routes/spk/layout.tsx', [
      layout('routes/spk/inbox.tsx', [
        index('routes/spk/start.tsx'),
        route('inquiries/:number/:part', 'routes/spk/case.tsx'),
      ]),
    ]),

    // admin
    route('admin', 'routes/admin/layout.tsx', [
      index('routes/admin/organizations.tsx'),
      route('organizations/:slug', 'routes/admin/organization.tsx'),
      route('outbox', 'routes/admin/outbox.tsx'),
      route('outbox/:id', 'routes/admin/outbox-message.tsx'),
    ]),

    route('*', 'routes/not-found.tsx', { id: 'not-found-in-language' }),
  ]),

  route('files/:fileId/:width', 'routes/files.ts'),

  // programs
  route('sitemap.xml', 'routes/public/sitemap.ts'),
  route('robots.txt', 'routes/public/robots.ts'),
  route('api/sites', 'routes/api/sites.ts'),
  route('api/sites/:number', 'routes/api/site.ts'),
  route('api/map', 'routes/api/map.ts'),
  route('api/openapi.json', 'routes/api/openapi.ts'),
  route('api/*', 'routes/api/unknown.ts'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
