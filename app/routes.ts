import { index, layout, route, type RouteConfig } from '@remix-run/route-config'

/** The whole URL map. `/` is answered by the server: it redirects to the visitor's language. */
export default [
  route(':lang', 'routes/public/layout.tsx', [
    // everybody
    index('routes/public/home.tsx'),
    route('sites', 'routes/public/search.tsx'),
    route('sites.xlsx', 'routes/public/search-export.ts', { id: 'search-xlsx' }),
    route('sites.csv', 'routes/public/search-export.ts', { id: 'search-csv' }),
    route('sites.geojson', 'routes/public/search-export.ts', { id: 'search-geojson' }),
    route('sites/:number', 'routes/public/passport.tsx'),
    route('sites/:number/ask', 'routes/public/site-ask.tsx'),
    route('sites/:number/passport.pdf', 'routes/public/passport-pdf.ts'),
    route('towns', 'routes/public/towns.tsx'),
    route('towns/:key', 'routes/public/town.tsx'),
    route('briefs/new', 'routes/public/brief-new.tsx'),
    route('briefs/brief.pdf', 'routes/public/brief-pdf.ts', { id: 'brief-pdf' }),
    route('briefs/:id', 'routes/public/brief.tsx'),
    route('briefs/:id/brief.pdf', 'routes/public/brief-pdf.ts', { id: 'saved-brief-pdf' }),
    route('compare', 'routes/public/compare.tsx'),
    route('inquiries/new', 'routes/public/inquiry-new.tsx'),
    route('inquiries/sent', 'routes/public/inquiry-sent.tsx'),
    route('inquiries/confirm', 'routes/public/inquiry-confirm.tsx'),
    route('inquiries/:number', 'routes/public/inquiry-case.tsx'),
    route('inquiries/:number/visits/:visit/visit.ics', 'routes/public/inquiry-visit-ics.ts'),
    route('favourites', 'routes/public/favourites.tsx'),
    route('favourites/kept', 'routes/public/favourites-kept.ts'),
    route('watch', 'routes/public/watch.tsx'),
    route('subscription', 'routes/public/subscription.tsx'),
    route('subscription/confirm', 'routes/public/subscription-confirm.tsx'),
    route('subscription/stop', 'routes/public/subscription-stop.tsx'),
    route('about', 'routes/public/about.tsx'),
    route('preferences', 'routes/public/preferences.tsx'),

    route('sign-in', 'routes/auth/sign-in.tsx'),
    route('sign-out', 'routes/auth/sign-out.ts'),
    route('account', 'routes/auth/account.tsx'),
    route('account/notices', 'routes/auth/account-notices.tsx'),
    route('notices', 'routes/auth/notices.tsx'),
    route('notices/stop', 'routes/auth/notices-stop.tsx'),
    route('invitations/:token', 'routes/auth/invitation.tsx'),

    // akimat
    route('akimat', 'routes/akimat/layout.tsx', [
      index('routes/akimat/desk.tsx'),
      route('questions', 'routes/akimat/questions.tsx'),
      route('demand', 'routes/akimat/demand.tsx'),
      route('import', 'routes/akimat/import.tsx'),
      route('import/template.xlsx', 'routes/akimat/import-template.ts'),
      route('import/:id', 'routes/akimat/import-batch.tsx'),
      route('export.xlsx', 'routes/akimat/export.ts', { id: 'export-xlsx' }),
      route('export.csv', 'routes/akimat/export.ts', { id: 'export-csv' }),
      route('sites/new', 'routes/akimat/site-new.tsx'),
      route('sites/:number', 'routes/akimat/site.tsx'),
      route('sites/:number/edit', 'routes/akimat/site-edit.tsx'),
      route('sites/:number/save', 'routes/akimat/site-save.ts'),
      route('sites/:number/parts', 'routes/akimat/site-parts.tsx'),
      route('sites/:number/bundle', 'routes/akimat/site-bundle.tsx'),
      route('sites/:number/files', 'routes/akimat/site-files.ts'),
      route('sites/:number/review', 'routes/akimat/site-review.tsx'),
      route('sites/:number/confirm', 'routes/akimat/site-confirm.tsx'),
      route('sites/:number/status', 'routes/akimat/site-status.tsx'),
      route('sites/:number/versions', 'routes/akimat/site-versions.tsx'),
      route('sites/:number/versions/:sequence', 'routes/akimat/site-version.tsx'),
    ]),

    // spk
    route('spk', 'routes/spk/layout.tsx', [
      route('webhooks', 'routes/spk/webhooks.tsx'),
      route('webhooks/:id', 'routes/spk/webhook.tsx'),
      layout('routes/spk/inbox.tsx', [
        index('routes/spk/start.tsx'),
        route('inquiries/:number/:part', 'routes/spk/case.tsx'),
      ]),
      route('visits', 'routes/spk/visits.tsx'),
      route('visits/:visit/visit.ics', 'routes/spk/visit-ics.ts'),
    ]),

    // admin
    route('admin', 'routes/admin/layout.tsx', [
      index('routes/admin/organizations.tsx'),
      route('organizations/:slug', 'routes/admin/organization.tsx'),
      route('responsibility', 'routes/admin/responsibility.tsx'),
      route('responsibility/regions/:key', 'routes/admin/responsible-region.tsx'),
      route('responsibility/sites', 'routes/admin/responsible-sites.tsx'),
      route('responsibility/desks/:slug', 'routes/admin/sector-desks.tsx'),
      route('responsibility/reorganizations', 'routes/admin/reorganizations.tsx'),
      route('rule-sets', 'routes/admin/rule-sets.tsx'),
      route('rule-sets/:key', 'routes/admin/rule-set.tsx'),
      route('settings', 'routes/admin/settings.tsx', [
        index('routes/admin/templates.tsx'),
        route('templates/:key', 'routes/admin/template.tsx'),
        route('calendar', 'routes/admin/calendar.tsx'),
        route('clock', 'routes/admin/clock.tsx'),
        route('jobs', 'routes/admin/jobs.tsx'),
        route('webhooks', 'routes/spk/webhooks.tsx', { id: 'admin-webhooks' }),
        route('webhooks/:id', 'routes/spk/webhook.tsx', { id: 'admin-webhook' }),
      ]),
      route('outbox', 'routes/admin/outbox.tsx'),
      route('outbox/:id', 'routes/admin/outbox-message.tsx'),
    ]),

    route('*', 'routes/not-found.tsx', { id: 'not-found-in-language' }),
  ]),

  route('files/:fileId', 'routes/files-paper.ts'),
  route('files/:fileId/:width', 'routes/files.ts'),

  // programs
  route('sitemap.xml', 'routes/public/sitemap.ts'),
  route('robots.txt', 'routes/public/robots.ts'),
  route('api/sites', 'routes/api/sites.ts'),
  route('api/sites/:number', 'routes/api/site.ts'),
  route('api/map', 'routes/api/map.ts'),
  route('api/match', 'routes/api/match.ts'),
  route('api/openapi.json', 'routes/api/openapi.ts'),
  route('api/*', 'routes/api/unknown.ts'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
