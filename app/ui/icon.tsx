import type { LucideIcon } from 'lucide-react'

export type IconShape = LucideIcon

/** Decoration beside words that say the same; never alone. Takes an icon imported by name from lucide-react. */
export function Icon({
  of: Shape,
  size = 20,
  className = '',
}: {
  of: IconShape
  size?: 16 | 20 | 24
  className?: string
}) {
  return (
    <Shape aria-hidden="true" focusable="false" size={size} strokeWidth={1.75} className={`shrink-0 ${className}`} />
  )
}
