import type { ReactNode } from 'react'

type PanelProps = { title?: string; tone?: 'surface' | 'attention'; children: ReactNode }

/** A box for one thing beside the main text. Never inside another one. */
export function Panel({ title, tone = 'surface', children }: PanelProps) {
  const look = tone === 'attention' ? 'border-wheat/50 bg-wheat-soft' : 'border-line bg-surface'
  return (
    <section className={`flex flex-col gap-3 rounded-lg border p-4 sm:p-5 ${look}`}>
      {title !== undefined && <h2 className="text-base font-bold">{title}</h2>}
      {children}
    </section>
  )
}
