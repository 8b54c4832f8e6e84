import type { ShellData } from '#app/ui/shell/shell-data'
import { formTokenField } from '#app/platform/http/form-token'
import { useRouteLoaderData } from '@remix-run/react'

/** The token of the session for a form that changes something; null for a visitor. */
export function useFormToken(): string | null {
  return useRouteLoaderData<{ shell: ShellData }>('root')?.shell.formToken ?? null
}

/** The same for what a script sends as a form of the page. */
export function useTokenField(): Record<string, string> {
  const token = useFormToken()
  return token === null ? {} : { [formTokenField]: token }
}

/** First in a form, as the server wants it before any file. `of` is for a page that knows a later session than its frame. */
export function FormToken({ of = null }: { of?: string | null }) {
  const shown = useFormToken()
  const token = of ?? shown
  return token !== null && <input type="hidden" name={formTokenField} value={token} />
}
