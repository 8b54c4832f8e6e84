import { useLanguage } from '#app/platform/i18n/use-language'
import { Icon } from '#app/ui/icon'
import { Paperclip } from 'lucide-react'
import type { AttachmentView } from '../attachments/model'
import { OwnLine } from './own-words'

type AttachmentListProps = {
  files: readonly AttachmentView[]
  /** Key of the case for an investor without an account. */
  fileKey?: string | null
}

/** Files of a message, each to be saved; nothing when there are none. */
export function AttachmentList({ files, fileKey = null }: AttachmentListProps) {
  const { t, format } = useLanguage()
  if (files.length === 0) return null
  const query = fileKey === null ? '' : `?${new URLSearchParams({ key: fileKey })}`
  return (
    <ul aria-label={t('investor.file.list')} className="flex flex-col">
      {files.map(({ id, fileName, bytes, access }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 text-sm">
          <a
            href={`/inquiry-files/${id}${query}`}
            download
            aria-label={t('investor.file.save', { file: fileName })}
            className="text-accent inline-flex min-h-11 min-w-0 items-center gap-2 break-all underline"
          >
            <Icon of={Paperclip} size={16} />
            <OwnLine>{fileName}</OwnLine>
          </a>
          <span className="text-muted tabular-nums">{format.fileSize(bytes)}</span>
          {access === 'internal' && <span className="text-wheat-ink">{t('investor.file.only_body')}</span>}
        </li>
      ))}
    </ul>
  )
}
