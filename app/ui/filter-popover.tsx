import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useClosingDetails } from './closing-details'
import { Icon } from './icon'

type FilterPopoverProps = {
  /** What it filters by, or, when active, what it is set to: "Electricity from 400 kW". */
  label: string
  isActive?: boolean
  /** How many sites it leaves, or how many conditions are set inside. */
  count?: string
  /** Right edge of the panel on the button's right edge: for the last buttons of a bar. */
  isAlignedRight?: boolean
  children: ReactNode
}

/** A button of the filter bar that opens fields: a panel under it, on a phone a sheet at the bottom of the screen. */
export function FilterPopover({
  label,
  isActive = false,
  count,
  isAlignedRight = false,
  children,
}: FilterPopoverProps) {
  const details = useClosingDetails()
  const look = isActive
    ? 'border-accent bg-accent-soft font-semibold text-accent'
    : 'border-edge bg-surface text-ink hover:border-accent'
  return (
    <details ref={details} className="group relative shrink-0">
      <summary className={`flex min-h-11 items-center gap-2 rounded-md border px-3 whitespace-nowrap ${look}`}>
        {label}
        {count !== undefined && <span className="text-sm font-normal tabular-nums">{count}</span>}
        <Icon of={ChevronDown} size={16} className="group-open:rotate-180" />
      </summary>
      <div
        className={`border-line bg-surface shadow-float fixed inset-x-0 bottom-0 z-30 max-h-[75dvh] overflow-y-auto rounded-t-lg border p-4 md:absolute md:inset-x-auto md:top-full md:bottom-auto md:mt-1 md:w-80 md:rounded-lg ${isAlignedRight ? 'md:right-0' : 'md:left-0'}`}
      >
        {children}
      </div>
    </details>
  )
}

/** Row of popovers: wraps on a wide screen, can be pushed sideways on a phone. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <div className="-m-1 flex gap-2 overflow-x-auto p-1 md:flex-wrap md:overflow-visible">{children}</div>
}
