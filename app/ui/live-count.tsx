import type { ReactNode } from 'react'

/** A result that changes while people type or filter; read out when it changes. */
export function LiveCount({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="tabular-nums">
      {children}
    </p>
  )
}
