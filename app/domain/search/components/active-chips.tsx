import { listActive } from '#app/domain/search/active'
import { searchPath } from '#app/domain/search/address'
import type { PlaceNames } from '#app/domain/search/card-view'
import type { Criteria } from '#app/domain/search/model'
import { emptyCriteria } from '#app/domain/search/schema'
import { useLanguage } from '#app/platform/i18n/use-language'
import { RemovableChip } from '#app/ui/chip'
import { Link } from '@remix-run/react'
import { describeCriterion } from './criterion-label'

type ActiveChipsProps = { criteria: Criteria; names: PlaceNames }

/** What is asked for, each with a link to the same search without it; nothing when nothing is. */
export function ActiveChips({ criteria, names }: ActiveChipsProps) {
  const words = useLanguage()
  const active = listActive(criteria)
  if (active.length === 0) return null
  return (
    <ul aria-label={words.t('search.active')} className="flex flex-wrap items-center gap-2">
      {active.map(({ criterion, rest }) => {
        const label = describeCriterion(criterion, words, names)
        return (
          <li key={label}>
            <RemovableChip to={words.href(searchPath(rest))} label={label} />
          </li>
        )
      })}
      {active.length > 1 && (
        <li>
          <Link
            to={words.href(searchPath(emptyCriteria()))}
            preventScrollReset
            className="inline-flex min-h-11 items-center px-2 text-sm underline"
          >
            {words.t('search.clear')}
          </Link>
        </li>
      )}
    </ul>
  )
}
