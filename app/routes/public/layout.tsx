import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import type { loader as rootLoader } from '#app/root'
import { ErrorPage } from '#app/ui/error-page'
import { PageFrame } from '#app/ui/shell/page-frame'
import { bareShell, type ShellData } from '#app/ui/shell/shell-data'

export function loader({ params }: LoaderFunctionArgs) {
  return { lang: requireLanguage(params.lang) }
}

function useShell(): ShellData {
  const root = useRouteLoaderData<typeof rootLoader>('root')
  return root?.shell ?? bareShell
}

export default function PublicLayout() {
  return (
    <PageFrame shell={useShell()}>
      <Outlet />
    </PageFrame>
  )
}

export function ErrorBoundary() {
  return (
    <PageFrame isFailure shell={useShell()}>
      <ErrorPage error={useRouteError()} />
    </PageFrame>
  )
}
