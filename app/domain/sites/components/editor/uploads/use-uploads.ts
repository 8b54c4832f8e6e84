import { uploadLists } from '#app/domain/sites/uploads'
import { useLanguage } from '#app/platform/i18n/use-language'
import { useRevalidator } from '@remix-run/react'
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { Autosave } from '../use-autosave'
import { attachStored, sendFile } from './send-file'
import { UploadQueue, type UploadRow } from './upload-queue'

const nothing: readonly UploadRow[] = []

/** The queue of the site that is being edited; it outlives the form, which is drawn anew when a file has joined. */
export const Uploads = createContext<UploadQueue | null>(null)

/** Files are sent to this address of the draft. */
function useFilesAddress(number: string): string {
  const { href } = useLanguage()
  return href(`/akimat/sites/${number}/files`)
}

/** A queue that stops when the page is left. */
export function useUploadQueue(number: string): UploadQueue {
  const url = useFilesAddress(number)
  const [queue] = useState(() => new UploadQueue((list, file, onProgress) => sendFile(url, list, file, onProgress)))
  useEffect(() => () => queue.stop(), [queue])
  return queue
}

export function useUploadRows(): { queue: UploadQueue | null; rows: readonly UploadRow[] } {
  const queue = useContext(Uploads)
  const rows = useSyncExternalStore(
    queue?.subscribe ?? (() => () => undefined),
    queue?.rows ?? (() => nothing),
    () => nothing,
  )
  return { queue, rows }
}

/**
 * Lets stored files join the draft when nothing is on its way any more: first what was typed is saved, then the files are
 * named to the server, then the page is drawn with them.
 */
export function useAttaching(number: string, autosave: Pick<Autosave, 'flush' | 'insist'>): void {
  const url = useFilesAddress(number)
  const { queue, rows } = useUploadRows()
  const { revalidate } = useRevalidator()
  const { flush, insist } = autosave
  const isIdle = rows.every(({ state }) => state === 'stored' || state === 'failed')
  const stored = isIdle ? rows.filter(({ state }) => state === 'stored') : nothing
  const storedKeys = stored.map(({ key }) => key).join()
  useEffect(() => {
    if (queue === null || storedKeys === '') return
    void (async () => {
      await flush()
      let revision: number | null = null
      for (const list of uploadLists) {
        const ids = queue
          .rows()
          .flatMap((row) => (row.state === 'stored' && row.list === list ? (row.fileId ?? []) : []))
        if (ids.length === 0) continue
        const reply = await attachStored(url, list, ids)
        queue.take(list, ids, reply)
        if (reply?.ok) revision = reply.revision
      }
      if (revision === null) return
      insist(revision)
      await flush()
      revalidate()
    })()
  }, [queue, storedKeys, url, flush, insist, revalidate])
}
