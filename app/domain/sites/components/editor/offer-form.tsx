import { chooseText } from '#app/domain/kernel/localized'
import { useLanguage } from '#app/platform/i18n/use-language'
import type { EditorData } from '#app/domain/sites/editor-data'
import { CatalogueField } from './catalogue-field'
import { BoxesField } from './fields'

export function OfferForm({ data }: { data: EditorData }) {
  const { t, lang } = useLanguage()
  return (
    <>
      <CatalogueField name="offeredFor.sectors" required />
      <CatalogueField name="offeredFor.oked" hint={t('editor.hint.oked_list')} />
      <CatalogueField name="offeredFor.note" hint={t('akimat.hint.note')} />
      <BoxesField
        name="offeredFor.incentives"
        label={t('sites.field.incentives')}
        hint={t('akimat.hint.incentives')}
        options={data.incentives.map(({ key, name }) => ({ value: key, label: chooseText(name, lang).text }))}
      />
    </>
  )
}
