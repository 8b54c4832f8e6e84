import { Icon } from '#app/ui/icon'
import { Clock } from 'lucide-react'
import type { ReactNode } from 'react'

type PassportSectionProps = {
  title: ReactNode
  /** For links to this part. */
  id?: string
  /** What is said when nobody confirmed these values in time. */
  stale?: string
  children: ReactNode
}

/** A part of the passport under its heading; values that were not confirmed in time are grey. */
export function PassportSection({ title, id, stale, children }: PassportSectionProps) {
  return (
    <section id={id}>
      <h2 className="mb-3 text-lg font-bold">{title}</h2>
      <StaleNote text={stale} />
      <div className={stale === undefined ? undefined : 'text-muted'}>{children}</div>
    </section>
  )
}

/** Above values that nobody confirmed in time; nothing when they hold. */
export function StaleNote({ text }: { text: string | undefined }) {
  if (text === undefined) return null
  return (
    <p className="text-wheat-ink mb-2 flex items-center gap-2 text-sm font-semibold">
      <Icon of={Clock} size={16} />
      {text}
    </p>
  )
}
