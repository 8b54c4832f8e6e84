import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { defaultLanguage, languageOf } from '#app/platform/i18n/language'
import { env } from '#app/platform/env/env.server'
import { ErrorPage } from '#app/ui/error-page'
import { RequestMeta, useNonce } from '#app/ui/request-page'
import { PageFrame, type ShellData } from '#app/ui/shell/page-frame'
import { preferencesOf } from '#app/ui/shell/preferences'
import styles from '#app/styles/app.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
]

export const meta: MetaFunction = () => [{ title: 'Алаң' }]

export function loader({ request }: LoaderFunctionArgs) {
  const { demo, publicUrl } = env()
  const shell: ShellData = {
    isDemo: demo,
    person: null,
    preferences: preferencesOf(request.headers.get('Cookie')),
  }
  return { shell, origin: publicUrl ?? new URL(request.url).origin }
}

/** The frame of a page whose own data could not be loaded. */
const bareShell: ShellData = { isDemo: false, person: null, preferences: preferencesOf(null) }

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const language = languageOf(useLocation().pathname) ?? defaultLanguage
  const { theme, isHighVision } = (useRouteLoaderData<typeof loader>('root')?.shell ?? bareShell).preferences
  return (
    <html
      lang={language}
      data-theme={theme === 'auto' ? undefined : theme}
      data-vision={isHighVision ? 'high' : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <RequestMeta />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  const shell = useRouteLoaderData<typeof loader>('root')?.shell ?? bareShell
  return (
    <PageFrame shell={shell}>
      <ErrorPage error={useRouteError()} />
    </PageFrame>
  )
}
