import type { ReactNode } from 'react'

type SectionProps = { title: string; hint?: ReactNode; children: ReactNode }

/** A part of a group with its heading. */
export function Section({ title, hint, children }: SectionProps) {
  return (
    <section className="border-line flex flex-col gap-4 border-t pt-6 first:border-t-0 first:pt-0">
      <div>
        <h2 className="text-lg font-bold">{title}</h2>
        {hint !== undefined && <p className="text-muted text-sm">{hint}</p>}
      </div>
      {children}
    </section>
  )
}

/** Short fields side by side. */
export function Grid({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2 xl:grid-cols-3">{children}</div>
}
