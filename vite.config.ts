import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { existsSync } from 'node:fs'
import { minify } from 'terser'
import { defineConfig, type Plugin } from 'vite'
import tsconfigPaths from 'vite-tsconfig-paths'
import { compressAssets } from './tools/compress-assets'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

const SEED_ENTRY = './seeds/main.ts'

/** A route with only a loader leaves nothing for the browser; comments of packages are theirs. */
const EXPECTED_WARNINGS = new Set(['EMPTY_BUNDLE', 'INVALID_ANNOTATION'])

/**
 * Remix 2 ignores `rollupOptions.input` of the user's config, so a late plugin sets it: the server, the routes and the
 * seeds become one build, in which a module exists once.
 */
function buildWholeServer(): Plugin {
  return {
    name: 'server-entry',
    enforce: 'post',
    config: (_config, { isSsrBuild }) => {
      if (!isSsrBuild) return undefined
      const input: Record<string, string> = {
        index: './app/server/main.ts',
        database: './prisma/cli/database-command.ts',
      }
      if (existsSync(SEED_ENTRY)) input.seed = SEED_ENTRY
      return {
        build: {
          rollupOptions: {
            input,
            output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
          },
        },
      }
    },
  }
}

const FRAMEWORK =
  /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run\/(react|router)|react-i18next|html-parse-stringify|void-elements)\//
/** What nearly every page shows; the map, other forms, and what only a few pages show, stay with those who use them. */
const COMMON =
  /\/app\/(ui\/(shell\/.+|form\/(field|text-field|select-field)|button|button-class|chip|closing-details|empty-state|error-page|icon|link-button|notice|page-heading|photo|request-page|seo|stat-figure|map\/(use-when-seen|use-map-labels|map-view))\.tsx?$|platform\/(i18n\/|http\/(cookies|packed))|domain\/kernel\/(localized|money|page|quantity|verdict)\.ts$|domain\/(towns|search|sites)\/(model|choices)\.ts$)/

/** What pages with lists of sites share. */
const LISTS =
  /\/app\/(domain\/(search\/(components\/(site-card|card-chips|card-gaps|criterion-label|use-live-form)|active|address)|alerts\/components\/(favourite-button|save-search-link)|matching\/parameters)|ui\/(pagination|live-count|form\/(checkbox-field|field-group)))\.tsx?$/

/** Few files for what many pages load: small shared files cost more in headers than in bytes. */
function chunkOf(id: string): string | undefined {
  if (id.includes('commonjsHelpers') || id.includes('vite/preload-helper') || FRAMEWORK.test(id)) return 'framework'
  const isOfSomePages = id.includes('__remix-build-client-route') || id.endsWith('-words.client.ts')
  if (isOfSomePages) return undefined
  if (COMMON.test(id)) return 'frame'
  return LISTS.test(id) ? 'lists' : undefined
}

/** Chunks of the browser, and their compressed forms: made once, when the last file of the build is written. */
function buildForBrowsers(): Plugin {
  let isServerBuild = false
  return {
    name: 'browser-files',
    apply: 'build',
    config: (_config, { isSsrBuild }) => {
      isServerBuild = isSsrBuild === true
      return isServerBuild ? undefined : { build: { rollupOptions: { output: { manualChunks: chunkOf } } } }
    },
    // A twentieth smaller than esbuild's; the map library would take it half a minute.
    renderChunk: {
      order: 'post',
      handler: async (code, chunk) => {
        if (isServerBuild || (chunk.name !== 'framework' && chunk.name !== 'frame')) return null
        const { code: minified } = await minify(code, { module: true, compress: { passes: 2 } })
        return minified === undefined ? null : { code: minified, map: null }
      },
    },
    // Remix writes its manifest of routes among the browser's files while it builds the server.
    closeBundle: async () => {
      if (isServerBuild) await compressAssets('build/client/assets')
    },
  }
}

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      appDirectory: 'app',
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    tsconfigPaths({ projects: ['./tsconfig.json'] }),
    buildWholeServer(),
    buildForBrowsers(),
  ],
  // Every file stays a file: the Content-Security-Policy allows no data: fonts or styles.
  build: {
    assetsInlineLimit: 0,
    // The map library, which is loaded only where a map is seen.
    chunkSizeWarningLimit: 1200,
    sourcemap: false,
    target: 'es2022',
    rollupOptions: {
      onwarn: (warning, warn) => {
        if (!EXPECTED_WARNINGS.has(warning.code ?? '')) warn(warning)
      },
    },
  },
  // The icon package is a thousand modules: bundled, only the icons in use are loaded at start.
  ssr: { noExternal: ['lucide-react'] },
  // Named, not discovered: a discovery reloads the page that is being looked at, with two copies of React for a moment.
  // A package without ES modules that pages use must be added here.
  optimizeDeps: {
    noDiscovery: true,
    include: [
      'react',
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'react-dom',
      'react-dom/client',
      '@remix-run/react',
      '@conform-to/react',
      '@conform-to/zod/v4',
      '@vis.gl/react-maplibre',
      'i18next',
      'lucide-react',
      'maplibre-gl',
      'pmtiles',
      'react-i18next',
      'zod',
    ],
  },
})
