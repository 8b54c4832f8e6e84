import type { ReactNode } from 'react'

export type Stat = { label: string; value: ReactNode; note?: ReactNode }

/** Key figures. `framed`: in one box with dividers (passport). `open`: loose, value over label (home). */
export function StatRow({ stats, look = 'framed' }: { stats: readonly Stat[]; look?: 'framed' | 'open' }) {
  if (look === 'open') {
    return (
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-4">
        {stats.map(({ label, value, note }) => (
          <div key={label} className="flex flex-col-reverse justify-end">
            <dt className="text-muted text-sm">
              {label}
              {note !== undefined && <span className="block">{note}</span>}
            </dt>
            <dd className="text-lg font-bold tabular-nums sm:text-xl">{value}</dd>
          </div>
        ))}
      </dl>
    )
  }
  return (
    <dl className="border-line bg-line grid grid-cols-2 gap-px overflow-hidden rounded-lg border sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none">
      {stats.map(({ label, value, note }) => (
        <div key={label} className="bg-surface p-4 max-sm:last:odd:col-span-2">
          <dt className="text-muted text-sm">{label}</dt>
          <dd className="text-lg font-bold tabular-nums">
            {value}
            {note !== undefined && <span className="text-muted block text-sm font-normal">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
