import { importances, type Brief, type Criterion } from '#app/domain/matching/model'
import { isQuantityCriterion, usualImportance, weightParameter } from '#app/domain/matching/parameters'
import type { PlaceNames } from '#app/domain/search/card-view'
import { useLanguage } from '#app/platform/i18n/use-language'
import { SelectField } from '#app/ui/form/select-field'
import { Link } from '@remix-run/react'
import { NeedFields } from './need-fields'

type NeedRowProps = {
  criterion: Criterion
  brief: Brief
  names: PlaceNames
  /** Address of the page without this need; null when it is not asked for. */
  without: string | null
}

/** A need: what, how much, how important, and the way to drop it. */
export function NeedRow({ criterion, brief, names, without }: NeedRowProps) {
  const { t } = useLanguage()
  const name = t(`matching.criterion.${criterion}`)
  const isAtMost = criterion === 'highway' || criterion === 'price'
  const isNumber = isAtMost || isQuantityCriterion(criterion)
  const label = isAtMost ? t('briefs.at_most', { name }) : isNumber ? t('briefs.at_least', { name }) : name
  // Names need the width of the row; a number stands beside its importance.
  const columns = isNumber ? 'sm:grid-cols-[minmax(0,1fr)_11.5rem_auto]' : ''
  const weight = weightParameter(criterion)
  return (
    <fieldset className="border-line min-w-0 border-b pb-4">
      <legend className="pb-1 text-sm font-medium">{label}</legend>
      <div className={`grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 ${columns}`}>
        <div className={isNumber ? 'col-span-2 sm:col-span-1' : 'col-span-2'}>
          <NeedFields criterion={criterion} label={label} brief={brief} names={names} />
        </div>
        <SelectField
          id={weight}
          name={weight}
          label={t('briefs.importance_of', { name })}
          isLabelHidden
          emptyLabel={null}
          defaultValue={brief.needs[criterion]?.importance ?? usualImportance(criterion)}
          options={importances.map((value) => ({ value, label: t(`matching.importance.${value}`) }))}
        />
        {without === null ? (
          <span className="w-16" />
        ) : (
          <Link
            to={without}
            preventScrollReset
            aria-label={t('briefs.remove', { name })}
            className="inline-flex min-h-11 w-16 items-center justify-center text-sm underline"
          >
            {t('briefs.remove_short')}
          </Link>
        )}
      </div>
    </fieldset>
  )
}
