import { uploadLimits, type FileFault, type UploadList } from '#app/domain/sites/uploads'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { FileField } from '#app/ui/form/file-field'
import { useEffect, useState, type DragEvent } from 'react'
import type { UploadRow } from './upload-queue'
import { useUploadRows } from './use-uploads'

/** The form that sends files as a page does, for browsers without JavaScript; the fields belong to it by this id. */
export const uploadFormId = 'files'

const accepted: Record<UploadList, string> = {
  photos: 'image/jpeg,image/png,image/webp,image/avif',
  papers: 'application/pdf,image/jpeg,image/png,image/webp',
}

type UploadAreaProps = { list: UploadList; faults: readonly FileFault[] }

/** Where files are chosen or dropped, and how far each of them is. */
export function UploadArea({ list, faults }: UploadAreaProps) {
  const { t, format } = useLanguage()
  const { queue, rows } = useUploadRows()
  const [isAlive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  const [isOver, setOver] = useState(false)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    queue?.add(list, [...event.dataTransfer.files])
  }
  const say = useFaultWords(list)
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={`flex flex-col gap-3 rounded-lg p-4 print:hidden ${isOver ? 'bg-accent-soft' : 'bg-sunken'}`}
    >
      <FileField
        id={`add-${list}`}
        name={list}
        form={uploadFormId}
        multiple
        accept={accepted[list]}
        label={t(`papers.add.${list}`)}
        hint={t(`papers.hint.${list}`, {
          size: format.fileSize(uploadLimits[list].bytes),
          count: uploadLimits[list].count,
        })}
        error={faults.map(({ file, code }) => say(file, code))}
        onChange={(event) => {
          const input = event.currentTarget
          queue?.add(list, [...(input.files ?? [])])
          input.value = ''
        }}
      />
      {isAlive ? (
        <p className="text-muted text-sm max-sm:hidden">{t('papers.drop')}</p>
      ) : (
        <div>
          <Button form={uploadFormId}>{t('papers.upload')}</Button>
        </div>
      )}
      <UploadRows list={list} rows={rows.filter((row) => row.list === list)} />
    </div>
  )
}

function UploadRows({ list, rows }: { list: UploadList; rows: readonly UploadRow[] }) {
  const { t } = useLanguage()
  const done = rows.filter(({ state }) => state === 'stored').length
  const open = rows.filter(({ state }) => state !== 'failed').length
  return (
    <>
      <p role="status" className="sr-only">
        {open > 0 ? t('papers.progress', { done, count: open }) : ''}
      </p>
      {rows.length > 0 && (
        <ul aria-label={t(`papers.queue.${list}`)} className="divide-line border-line divide-y border-t">
          {rows.map((row) => (
            <li key={row.key} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <RowState row={row} />
              <RowActions row={row} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function RowState({ row: { list, file, state, share, fault } }: { row: UploadRow }) {
  const { t, format } = useLanguage()
  const say = useFaultWords(list)
  if (fault !== null) {
    return (
      <p role="alert" className="text-bad min-w-0 flex-1 basis-40 text-sm font-semibold break-words">
        {say(file.name, fault)}
      </p>
    )
  }
  const isLookedAt = state === 'stored' || share === 1
  return (
    <div className="min-w-0 flex-1 basis-40 text-sm">
      <p className="flex justify-between gap-3">
        <span className="truncate">{file.name}</span>
        <span className="text-muted shrink-0 tabular-nums">
          {isLookedAt ? t('papers.looked_at') : `${format.fileSize(file.size)} · ${format.percent(share)}`}
        </span>
      </p>
      <progress
        max={100}
        value={Math.round(share * 100)}
        aria-label={file.name}
        className="plain-progress mt-1 block h-1.5 w-full"
      />
    </div>
  )
}

function RowActions({ row: { key, file, state, fault } }: { row: UploadRow }) {
  const { t } = useLanguage()
  const { queue } = useUploadRows()
  const isWorthRetrying =
    fault === 'connection' || fault === 'signed_out' || fault === 'storage_full' || fault === 'refused'
  return (
    <span className="flex gap-2">
      {isWorthRetrying && (
        <Button
          type="button"
          look="secondary"
          size="small"
          aria-label={t('papers.retry_of', { file: file.name })}
          onClick={() => queue?.retry(key)}
        >
          {t('papers.retry')}
        </Button>
      )}
      {state !== 'stored' && (
        <Button
          type="button"
          look="quiet"
          size="small"
          aria-label={t(state === 'failed' ? 'papers.dismiss_of' : 'papers.cancel_of', { file: file.name })}
          onClick={() => queue?.remove(key)}
        >
          {t(state === 'failed' ? 'papers.dismiss' : 'papers.cancel')}
        </Button>
      )}
    </span>
  )
}

/** What is wrong with a file, in words that name it. */
function useFaultWords(list: UploadList) {
  const { t, format } = useLanguage()
  return (file: string, code: FileFault['code'] | 'signed_out' | 'connection' | 'refused') =>
    t(`papers.error.${code}`, {
      file,
      max: format.number(uploadLimits[list].count),
      size: format.fileSize(uploadLimits[list].bytes),
    })
}
