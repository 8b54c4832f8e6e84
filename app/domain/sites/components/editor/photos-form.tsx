import { accessLevels } from '#app/domain/sites/choices'
import type { EditorData, EditorPhoto } from '#app/domain/sites/editor-data'
import type { FileFault } from '#app/domain/sites/uploads'
import { chooseText } from '#app/domain/kernel/localized'
import { useLanguage } from '#app/platform/i18n/use-language'
import { FieldGroup } from '#app/ui/form/field-group'
import { Photo } from '#app/ui/photo'
import { EntryButtons } from './entry-buttons'
import { ListField, LocalizedField } from './fields'
import { UploadArea } from './uploads/upload-area'

/** The photographs in their order with what each shows; the first one stands on the passport. */
export function PhotosForm({ data, faults }: { data: EditorData; faults: readonly FileFault[] }) {
  const { t } = useLanguage()
  return (
    <section aria-labelledby="photos" className="flex flex-col gap-6">
      <h2 id="photos" className="text-lg font-bold" tabIndex={-1}>
        {t('papers.photos')}
      </h2>
      {data.photos.length === 0 && <p className="text-muted">{t('papers.no_photos')}</p>}
      {data.photos.length > 0 && (
        <ol className="flex flex-col gap-8">
          {data.photos.map((photo, index) => (
            <li key={photo.fileId}>
              <PhotoFields photo={photo} index={index} />
            </li>
          ))}
        </ol>
      )}
      <UploadArea list="photos" faults={faults} />
    </section>
  )
}

function PhotoFields({ photo, index }: { photo: EditorPhoto; index: number }) {
  const { t, lang, format } = useLanguage()
  const name = t('papers.photo', { number: format.number(index + 1) })
  const field = `photos.${photo.fileId}`
  return (
    <FieldGroup id={field} legend={name}>
      <div className="grid items-start gap-5 sm:grid-cols-[14rem_1fr]">
        <div className="flex flex-col gap-2">
          <Photo photo={photo} alt={chooseText(photo.alt, lang)} sizes="224px" className="h-auto w-full rounded-md" />
          <EntryButtons list="photos" fileId={photo.fileId} name={name} isFirst={index === 0} />
        </div>
        <div className="flex flex-col gap-4">
          <LocalizedField name={`${field}.alt`} label={t('sites.field.alt')} />
          <ListField
            name={`${field}.access`}
            label={t('dossier.field.access')}
            hint={index === 0 ? t('papers.hint.first_photo') : undefined}
            options={accessLevels.map((value) => ({ value, label: t(`dossier.choice.access.${value}`) }))}
            isAlwaysChosen
          />
        </div>
      </div>
    </FieldGroup>
  )
}
