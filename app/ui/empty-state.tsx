import type { ReactNode } from 'react'

/** A list without rows: says why and what to do; `children` are the actions. */
export function EmptyState({ title, text, children }: { title: string; text?: ReactNode; children?: ReactNode }) {
  return (
    <div className="border-edge flex flex-col items-start gap-3 rounded-lg border border-dashed px-5 py-8">
      <p className="text-lg font-semibold">{title}</p>
      {text !== undefined && <div className="max-w-text text-muted">{text}</div>}
      {children !== undefined && <div className="flex flex-wrap gap-3">{children}</div>}
    </div>
  )
}
