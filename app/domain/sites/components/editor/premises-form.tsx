import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { FieldGroup } from '#app/ui/form/field-group'
import { Plus } from 'lucide-react'
import type { EditorData } from '#app/domain/sites/editor-data'
import { NumberField } from './fields'

export function PremisesForm({ data }: { data: EditorData }) {
  const { t, format } = useLanguage()
  return (
    <>
      <div className="max-w-60">
        <NumberField name="land.plotHa" label={t('sites.field.plotHa')} unit="ha" required={data.kind === 'land'} />
      </div>
      {data.kind !== 'land' && (
        <>
          {Array.from({ length: data.buildingCount }, (_, index) => (
            <FieldGroup
              key={index}
              id={`buildings.${index}`}
              legend={
                data.kind === 'premises'
                  ? t('akimat.premises')
                  : t('akimat.building', { number: format.number(index + 1) })
              }
              size="heading"
            >
              <BuildingFields index={index} />
              {data.buildingCount > 1 && (
                <div className="mt-2">
                  <Button look="quiet" size="small" name="operation" value={`remove_building:${index}`}>
                    {t('akimat.remove_building', { number: format.number(index + 1) })}
                  </Button>
                </div>
              )}
            </FieldGroup>
          ))}
          <div>
            <Button icon={Plus} name="operation" value="add_building">
              {t('akimat.add_building')}
            </Button>
          </div>
        </>
      )}
    </>
  )
}

function BuildingFields({ index }: { index: number }) {
  const { t } = useLanguage()
  const name = (field: string) => `buildings.${index}.${field}`
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3">
      <NumberField name={name('totalAreaM2')} label={t('sites.field.totalAreaM2')} unit="m2" required={index === 0} />
      <NumberField name={name('freeAreaM2')} label={t('sites.field.freeAreaM2')} unit="m2" />
      <NumberField name={name('clearHeightM')} label={t('sites.field.clearHeightM')} unit="m" />
      <NumberField name={name('floors')} label={t('sites.field.floors')} />
      <NumberField name={name('yearBuilt')} label={t('sites.field.yearBuilt')} />
      <NumberField name={name('wearPct')} label={`${t('sites.field.wearPct')}, %`} />
    </div>
  )
}
