import { useLanguage } from '#app/platform/i18n/use-language'
import { TextAreaField } from '#app/ui/form/text-area-field'
import type { EditorData } from '#app/domain/sites/editor-data'
import { LocalizedField } from './fields'
import { PointField } from './point-field'
import { useEditorField } from './use-editor-field'

export function IdentityForm({ data }: { data: EditorData }) {
  const { t } = useLanguage()
  const cadastral = useEditorField('identity.cadastralNumbers')
  return (
    <>
      <LocalizedField name="identity.name" label={t('sites.field.name')} hint={t('akimat.hint.name')} required />
      <PointField data={data} />
      <LocalizedField name="identity.address" label={t('sites.field.address')} />
      <TextAreaField
        {...cadastral.props}
        label={t('sites.field.cadastralNumbers')}
        hint={t('akimat.hint.cadastral')}
        rows={2}
      />
      <LocalizedField name="identity.description" label={t('sites.field.description')} isLong />
    </>
  )
}
