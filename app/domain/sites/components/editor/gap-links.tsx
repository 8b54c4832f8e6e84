import { useGapLabel } from '#app/domain/sites/components/gap-label'
import type { Gap } from '#app/domain/sites/submission'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Link } from '@remix-run/react'

const mostSectors = 2

/** What is missing, each a link to its field, with the sectors that ask for it. */
export function GapLinks({ gaps }: { gaps: readonly Gap[] }) {
  const { t } = useLanguage()
  const label = useGapLabel()
  return (
    <ul>
      {gaps.map((gap) => (
        <li key={gap.field} className="py-0.5">
          <Link to={linkTo(gap)} className="inline-flex min-h-8 items-center text-sm underline">
            {label(gap)}
          </Link>
          {gap.sectors !== undefined && (
            <p className="text-muted text-sm">
              {t('editor.asked_by', {
                sectors: gap.sectors
                  .slice(0, mostSectors)
                  .map((sector) => t(`editor.sector.${sector}`))
                  .join(', '),
              })}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Of many buildings the one is opened. */
function linkTo({ group, field }: Gap): string {
  const [, place] = /^buildings\.(\d+)\./.exec(field) ?? []
  return `?group=${group}${place === undefined ? '' : `&entry=${place}`}#${field}`
}
