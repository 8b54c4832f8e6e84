import type { Criteria } from '#app/domain/search/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { SelectField } from '#app/ui/form/select-field'
import { LocateFixed } from 'lucide-react'
import { useNearMe } from './use-near-me'

const distances = [5, 10, 25, 50, 100, 200, 500]

/** Distance from a point: the button that takes the visitor's place, and how far a site may be from the point. */
export function NearFields({ criteria }: { criteria: Criteria }) {
  const { t, format } = useLanguage()
  const { near } = criteria
  const own = near?.withinKm ? [near.withinKm] : []
  const choices = [...new Set([...distances, ...own])].sort((left, right) => left - right)
  return (
    <div className="flex flex-col gap-3">
      <NearMeButton criteria={criteria} />
      {near && (
        <SelectField
          id="within_km"
          name="within_km"
          label={t('search.near.within')}
          emptyLabel={t('search.near.any')}
          defaultValue={near.withinKm ?? ''}
          options={choices.map((km) => ({ value: String(km), label: format.quantity(km, 'km') }))}
        />
      )}
    </div>
  )
}

function NearMeButton({ criteria }: { criteria: Criteria }) {
  const { t } = useLanguage()
  const { ask, state } = useNearMe(criteria)
  const isAsking = state === 'looking'
  return (
    <div className="needs-script">
      <Button type="button" icon={LocateFixed} isWide isBusy={isAsking} onClick={ask}>
        {t(isAsking ? 'search.near.looking' : 'search.near.me')}
      </Button>
      <p role="status" className="text-bad text-sm">
        {(state === 'denied' || state === 'failed') && t(`search.near.${state}`)}
      </p>
    </div>
  )
}
