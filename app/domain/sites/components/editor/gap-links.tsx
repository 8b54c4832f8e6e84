import { useGapLabel } from '#app/domain/sites/components/gap-label'
import type { Gap } from '#app/domain/sites/submission'
import { Link } from '@remix-run/react'

/** What is missing, each a link to its field. */
export function GapLinks({ gaps }: { gaps: readonly Gap[] }) {
  const label = useGapLabel()
  return (
    <ul>
      {gaps.map((gap) => (
        <li key={gap.field}>
          <Link to={`?group=${gap.group}#${gap.field}`} className="inline-flex min-h-8 items-center text-sm underline">
            {label(gap)}
          </Link>
        </li>
      ))}
    </ul>
  )
}
