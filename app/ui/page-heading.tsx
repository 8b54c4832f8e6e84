import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs'

type PageHeadingProps = {
  title: ReactNode
  crumbs?: readonly Crumb[]
  lead?: ReactNode
  /** Under the title: chips. */
  children?: ReactNode
  /** On the right of the title, below it on a phone: the page's actions. */
  actions?: ReactNode
}

/** The one `h1` of a page with the way here and what belongs to it. */
export function PageHeading({ title, crumbs, lead, children, actions }: PageHeadingProps) {
  return (
    <div className="mb-6 flex flex-col gap-2">
      {crumbs !== undefined && <Breadcrumbs crumbs={crumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h1 className="text-xl font-bold">{title}</h1>
        {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children !== undefined && <div className="flex flex-wrap gap-2">{children}</div>}
      {lead !== undefined && <p className="max-w-text text-muted">{lead}</p>}
    </div>
  )
}
