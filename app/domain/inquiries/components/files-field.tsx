import { useLanguage } from '#app/platform/i18n/use-language'
import type { FieldError } from '#app/ui/form/field'
import { FileField } from '#app/ui/form/file-field'
import { acceptedFiles, attachmentLimits, filesField, type AttachmentAccess } from '../attachments/model'

type FilesFieldProps = { id: string; access: AttachmentAccess; error: FieldError }

/** Files that go with a message, and who will see them. */
export function FilesField({ id, access, error }: FilesFieldProps) {
  const { t, format } = useLanguage()
  const { bytes, count } = attachmentLimits
  return (
    <FileField
      id={id}
      name={filesField}
      label={t('investor.file.label')}
      hint={`${t(`investor.file.${access}`)}. ${t('investor.file.hint', { size: format.fileSize(bytes), count })}`}
      accept={acceptedFiles}
      error={error}
      multiple
      isMarkedOptional
    />
  )
}
