import { chooseText } from '#app/domain/kernel/localized'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { FieldGroup } from '#app/ui/form/field-group'
import type { EditorData, EditorPhoto } from '#app/domain/sites/editor-data'
import { LocalizedField } from './fields'

/** The photographs in their order with what each shows; the first one stands on the passport. */
export function PhotosForm({ data }: { data: EditorData }) {
  const { t } = useLanguage()
  if (data.photos.length === 0) return <p className="text-muted">{t('akimat.no_photos')}</p>
  return (
    <ol className="flex flex-col gap-8">
      {data.photos.map((photo, index) => (
        <li key={photo.fileId}>
          <PhotoFields photo={photo} index={index} />
        </li>
      ))}
    </ol>
  )
}

function PhotoFields({ photo, index }: { photo: EditorPhoto; index: number }) {
  const { t, lang, format } = useLanguage()
  const number = format.number(index + 1)
  const alt = chooseText(photo.alt, lang)
  return (
    <FieldGroup id={`photos.${photo.fileId}`} legend={t('akimat.photo', { number })}>
      <div className="grid items-start gap-5 sm:grid-cols-[14rem_1fr]">
        <div className="flex flex-col gap-2">
          <img
            src={`/files/${photo.fileId}/${photo.widths[0] ?? photo.width}`}
            width={photo.width}
            height={photo.height}
            alt={alt.text}
            lang={alt.language}
            className="bg-sunken h-auto w-full rounded-md"
          />
          <div className="flex flex-wrap gap-2">
            {index > 0 && (
              <Button
                look="quiet"
                size="small"
                name="operation"
                value={`move_photo_up:${photo.fileId}`}
                aria-label={t('akimat.move_photo_up_of', { number })}
              >
                {t('akimat.move_photo_up')}
              </Button>
            )}
            <Button
              look="quiet"
              size="small"
              name="operation"
              value={`remove_photo:${photo.fileId}`}
              aria-label={t('akimat.remove_photo_of', { number })}
            >
              {t('akimat.remove_photo')}
            </Button>
          </div>
        </div>
        <LocalizedField name={`photos.${photo.fileId}.alt`} label={t('sites.field.alt')} />
      </div>
    </FieldGroup>
  )
}
