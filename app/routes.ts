import { route, type RouteConfig } from '@remix-run/route-config'

/** The whole URL map. `/` is answered by the server: it redirects to the visitor's language. */
export default [
  route(':lang', 'routes/public/layout.tsx', [
    // everybody
    route('about', 'routes/public/about.tsx'),
    route('preferences', 'routes/public/preferences.tsx'),

    // akimat
    route('akimat', 'routes/akimat/layout.tsx', []),

    // spk
    route('spk', 'routes/spk/layout.tsx', []),

    // admin
    route('admin', 'routes/admin/layout.tsx', []),

    route('*', 'routes/not-found.tsx', { id: 'not-found-in-language' }),
  ]),

  // programs
  route('api/sites', 'routes/api/sites.ts'),
  route('api/sites/:number', 'routes/api/site.ts'),
  route('api/map', 'routes/api/map.ts'),
  route('api/openapi.json', 'routes/api/openapi.ts'),
  route('api/*', 'routes/api/unknown.ts'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
