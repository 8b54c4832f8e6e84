import { railAccesses, roadSurfaces } from '#app/domain/sites/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { LineField, ListField, NumberField, SegmentField } from './fields'

export function TransportForm() {
  const { t } = useLanguage()
  return (
    <>
      <ListField
        name="transport.roadSurface"
        isAlwaysChosen
        label={t('sites.field.roadSurface')}
        options={roadSurfaces.map((value) => ({
          value,
          label: value === 'unknown' ? t('akimat.unknown') : t(`sites.road.${value}`),
        }))}
      />
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-[12rem_1fr]">
        <NumberField name="transport.highwayKm" label={t('sites.field.highwayKm')} unit="km" />
        <LineField name="transport.highway" label={t('sites.field.highway')} hint={t('akimat.hint.highway')} />
      </div>
      <SegmentField
        name="transport.railAccess"
        label={t('sites.field.railAccess')}
        options={railAccesses.map((value) => ({
          value,
          label: value === 'unknown' ? t('akimat.unknown') : t(`sites.rail.${value}`),
        }))}
      />
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-3">
        <NumberField name="transport.railKm" label={t('sites.field.railKm')} unit="km" />
        <NumberField name="transport.railSidingM" label={t('sites.field.railSidingM')} unit="m" />
        <LineField name="transport.railStation" label={t('sites.field.railStation')} />
      </div>
    </>
  )
}
