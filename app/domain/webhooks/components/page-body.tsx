import type { ReactNode } from 'react'

/** The pages of webhooks stand in the settings of the admin, and alone on the desk of a body, which has no margins. */
export function PageBody({ base, children }: { base: string; children: ReactNode }) {
  const frame = base.startsWith('/spk') ? ' max-w-reading mx-auto w-full px-4 py-6 sm:px-6' : ''
  return <div className={`flex flex-col gap-8${frame}`}>{children}</div>
}
