import { sorts, type Criteria } from '#app/domain/search/model'
import { hasOrigin } from '#app/domain/search/origin'
import { useLanguage } from '#app/platform/i18n/use-language'
import { SelectField } from '#app/ui/form/select-field'
import { useEffect, useState } from 'react'

/** Order of the list; belongs to the form of the search, which stands elsewhere, by its `form` attribute. */
export function SortField({ criteria }: { criteria: Criteria }) {
  const { t } = useLanguage()
  const [chosen, setChosen] = useState(criteria.sort)
  useEffect(() => setChosen(criteria.sort), [criteria.sort])
  const options = sorts
    .filter((sort) => sort !== 'distance' || hasOrigin(criteria))
    .map((value) => ({ value, label: t(`search.sort.${value}`) }))
  return (
    <div className="w-full sm:w-66">
      <SelectField
        id="sort"
        name="sort"
        form="search-form"
        label={t('search.sort_label')}
        isLabelHidden
        emptyLabel={null}
        options={options}
        value={chosen}
        onChange={(event) => {
          const next = sorts.find((sort) => sort === event.target.value)
          if (next) setChosen(next)
          event.target.form?.requestSubmit()
        }}
      />
    </div>
  )
}
