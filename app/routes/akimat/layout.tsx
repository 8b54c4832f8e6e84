import '#app/platform/i18n/desk-words.client'
import { Outlet } from '@remix-run/react'
import type { PageHandle } from '#app/ui/shell/page-handle'

export const handle: PageHandle = { desk: 'akimat' }

export default function AkimatLayout() {
  return <Outlet />
}
