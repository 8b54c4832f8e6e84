import '#app/platform/i18n/desk-words.client'
import { Outlet } from '@remix-run/react'
import type { PageHandle } from '#app/ui/shell/page-handle'

export const handle: PageHandle = { desk: 'spk', frame: 'full' }

export default function SpkLayout() {
  return <Outlet />
}
