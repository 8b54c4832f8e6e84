import type { ReactNode } from 'react'

/** A part of the passport under its heading. */
export function PassportSection({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-3 text-lg font-bold">{title}</h2>
      {children}
    </section>
  )
}
