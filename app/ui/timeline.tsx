import type { ReactNode } from 'react'

export type TimelineItem = {
  key: string
  /** Machine-readable moment, ISO. */
  moment: string
  /** The same in the language of the page. */
  when: string
  title: ReactNode
  body?: ReactNode
  /** The last thing that happened stands out. */
  isCurrent?: boolean
}

/** What happened, in order, each with its time. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="relative">
      {items.map(({ key, moment, when, title, body, isCurrent = false }) => (
        <li key={key} className="border-line relative border-l-2 pb-5 pl-6 last:border-transparent last:pb-0">
          <span
            aria-hidden="true"
            className={`absolute top-1 -left-[7px] size-3 rounded-full border-2 ${isCurrent ? 'border-accent bg-accent' : 'border-edge bg-surface'}`}
          />
          <time dateTime={moment} className="text-muted text-sm tabular-nums">
            {when}
          </time>
          <div className="font-semibold">{title}</div>
          {body !== undefined && <div className="text-muted mt-1">{body}</div>}
        </li>
      ))}
    </ol>
  )
}

export type Step = { key: string; title: ReactNode; body?: ReactNode }

/** What to do, one after another, numbered. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="grid gap-4">
      {steps.map(({ key, title, body }, index) => (
        <li key={key} className="flex gap-3">
          <span
            aria-hidden="true"
            className="border-accent text-accent flex size-8 shrink-0 items-center justify-center rounded-full border text-sm font-semibold tabular-nums"
          >
            {index + 1}
          </span>
          <div className="pt-1">
            <div className="font-semibold">{title}</div>
            {body !== undefined && <div className="text-muted">{body}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
