import { ownerships, priceKinds, tenures } from '#app/domain/sites/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { CheckboxField } from '#app/ui/form/checkbox-field'
import { TextField } from '#app/ui/form/text-field'
import { BoxesField, DayField, ListField, LocalizedField } from './fields'
import { useEditorField } from './use-editor-field'

export function RightsForm() {
  const { t } = useLanguage()
  const negotiable = useEditorField('rights.priceNegotiable')
  return (
    <>
      <ListField
        name="rights.ownership"
        isAlwaysChosen
        label={t('sites.field.ownership')}
        options={ownerships.map((value) => ({
          value,
          label: value === 'unknown' ? t('akimat.unknown') : t(`sites.ownership.${value}`),
        }))}
      />
      <BoxesField
        name="rights.tenures"
        label={t('sites.field.tenures')}
        required
        options={tenures.map((value) => ({ value, label: t(`sites.tenure.${value}`) }))}
      />
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <TextField
          {...useEditorField('rights.price').props}
          label={t('sites.field.price')}
          hint={t('akimat.hint.price')}
          unit="₸"
          inputMode="decimal"
          autoComplete="off"
        />
        <ListField
          name="rights.priceKind"
          label={t('sites.field.priceKind')}
          options={priceKinds.map((value) => ({ value, label: t(`sites.price_kind.${value}`) }))}
        />
      </div>
      <CheckboxField
        id="rights.priceNegotiable"
        name="rights.priceNegotiable"
        label={t('sites.field.priceNegotiable')}
        defaultChecked={negotiable.chosen.length > 0}
      />
      <DayField
        name="rights.idleSince"
        precision="month"
        label={t('sites.field.idleSince')}
        hint={t('akimat.hint.idle_since')}
      />
      <LocalizedField
        name="rights.encumbrances"
        label={t('sites.field.encumbrances')}
        hint={t('akimat.hint.encumbrances')}
        isLong
      />
    </>
  )
}
