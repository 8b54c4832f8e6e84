import { sectorKeys } from '#app/domain/towns/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import { useNavigate } from '@remix-run/react'
import type { FormEvent } from 'react'
import type { HomeTown } from './home-data'
import { filledIn, useCount } from './use-count'

/** Three questions that lead to the search; a plain GET form without JavaScript. */
export function HomeForm({ towns, total }: { towns: HomeTown[]; total: number }) {
  const { t, href, format } = useLanguage()
  const navigate = useNavigate()
  const { count, onChange } = useCount(total)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    navigate(`${href('/sites')}?${filledIn(event.currentTarget)}`)
  }
  return (
    <form
      method="get"
      action={href('/sites')}
      onChange={onChange}
      onSubmit={onSubmit}
      className="border-line bg-surface grid gap-4 rounded-lg border p-5 sm:grid-cols-2"
    >
      <div className="sm:col-span-2">
        <SelectField
          id="sector"
          name="sector"
          label={t('home.sector')}
          emptyLabel={t('home.any_sector')}
          options={sectorKeys.map((key) => ({ value: key, label: t(`sites.sector.${key}`) }))}
        />
      </div>
      <TextField
        id="power_min"
        name="power_min"
        label={t('home.power')}
        unit={format.unit('kW')}
        inputMode="decimal"
        autoComplete="off"
        placeholder="400"
      />
      <TextField
        id="area_min"
        name="area_min"
        label={t('home.area')}
        unit={format.unit('m2')}
        inputMode="decimal"
        autoComplete="off"
        placeholder="2 000"
      />
      <div className="sm:col-span-2">
        <SelectField
          id="town"
          name="town"
          label={t('home.where')}
          emptyLabel={t('home.anywhere')}
          options={towns.map(({ key, name, region }) => ({ value: key, label: `${name}, ${region}` }))}
        />
      </div>
      <div className="sm:col-span-2">
        <Button look="primary" isWide>
          <span aria-live="polite">{t('search.show', { count, value: format.number(count) })}</span>
        </Button>
      </div>
    </form>
  )
}
