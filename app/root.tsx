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
import { formTokenOf } from '#app/domain/accounts/form-token.server'
import type { Actor } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import { publicReader } from '#app/domain/accounts/session.server'
import { chooseText } from '#app/domain/kernel/localized'
import { countUnread } from '#app/domain/notices/queries/notices.server'
import { orWhileAway } from '#app/platform/outage/database-away'
import { defaultLanguage, languageOf, type Language } from '#app/platform/i18n/language'
import { env } from '#app/platform/env/env.server'
import { translator } from '#app/platform/i18n/i18n.server'
import { ErrorPage } from '#app/ui/error-page'
import { RequestMeta, useNonce } from '#app/ui/request-page'
import { pageMeta } from '#app/ui/seo'
import { PageFrame } from '#app/ui/shell/page-frame'
import { bareShell, type ShellData, type ShellPerson } from '#app/ui/shell/shell-data'
import { preferencesOf } from '#app/ui/shell/preferences'
import styles from '#app/styles/app.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
]

/** For pages that say nothing about themselves. */
export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.tagline ?? 'Алаң', description: args.data?.description })

export async function loader({ request }: LoaderFunctionArgs) {
  const { demo, publicUrl } = env()
  const url = new URL(request.url)
  const language = languageOf(url.pathname) ?? defaultLanguage
  const t = translator(language)
  const actor = await publicReader(request)
  const shell: ShellData = {
    isDemo: demo,
    person: personOf(actor, language, await orWhileAway(countUnread(actor), 0)),
    formToken: formTokenOf(request),
    preferences: preferencesOf(request.headers.get('Cookie')),
  }
  return {
    shell,
    origin: publicUrl ?? url.origin,
    tagline: t('ui.product.tagline'),
    description: t('ui.product.description'),
  }
}

function personOf(actor: Actor, language: Language, unread: number): ShellPerson | null {
  if (actor.kind !== 'person') return null
  const kinds = new Set(actor.memberships.map((membership) => membership.kind))
  const [first] = actor.memberships
  return {
    ...{ name: actor.name, unread },
    organisation: first ? chooseText(first.name, language).text : null,
    desks: [
      ...(kinds.has('akimat') ? (['akimat'] as const) : []),
      ...(kinds.has('spk') || kinds.has('platform') ? (['spk'] as const) : []),
      ...(actor.platformRole !== null ? (['admin'] as const) : []),
      'account',
    ],
    circles: [
      ...(may(actor, 'inquiry.assign') ? (['heads'] as const) : []),
      ...(may(actor, 'outbox.read') ? (['admins'] as const) : []),
    ],
  }
}

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
    <PageFrame shell={shell} isFailure>
      <ErrorPage error={useRouteError()} />
    </PageFrame>
  )
}
