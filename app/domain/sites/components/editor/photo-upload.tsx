import { imageLimits } from '#app/domain/sites/photo-limits'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { FileField } from '#app/ui/form/file-field'
import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import type { PhotoFault } from '#app/domain/sites/editor-data'

const fieldName = 'photos'

/** New photographs, several at once. What is too large is said before it travels; the server checks again. */
export function PhotoUpload({ faults }: { faults: readonly PhotoFault[] }) {
  const { t, format } = useLanguage()
  const navigation = useNavigation()
  const [tooLarge, setTooLarge] = useState<PhotoFault[]>([])
  const isBusy = navigation.state === 'submitting' && navigation.formEncType === 'multipart/form-data'
  const said = tooLarge.length > 0 ? tooLarge : faults
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      preventScrollReset
      className="border-line flex flex-col gap-4 border-t pt-6"
      onSubmit={(event) => {
        if (tooLarge.length > 0) event.preventDefault()
      }}
    >
      <input type="hidden" name="intent" value="photos" />
      <FileField
        id={fieldName}
        name={fieldName}
        multiple
        accept="image/jpeg,image/png,image/webp,image/avif"
        label={t('akimat.add_photos')}
        hint={t('akimat.hint.photos', { size: format.fileSize(imageLimits.bytes) })}
        error={said.map(({ file, code }) => t(`sites.error.${code}`, { file, max: format.number(imageLimits.count) }))}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          setTooLarge(
            files
              .filter((file) => file.size > imageLimits.bytes)
              .map((file) => ({ file: file.name, code: 'image_too_large' })),
          )
        }}
      />
      <div>
        <Button isBusy={isBusy}>{isBusy ? t('akimat.uploading') : t('akimat.upload')}</Button>
      </div>
    </Form>
  )
}
