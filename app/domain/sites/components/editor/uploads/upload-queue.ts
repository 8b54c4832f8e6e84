import {
  fullCode,
  largeCode,
  uploadLimits,
  type AttachReply,
  type FileFaultCode,
  type UploadList,
  type UploadReply,
} from '#app/domain/sites/uploads'

/** `connection`: the server could not be reached; `refused`: the draft could not take the stored file. */
export type UploadFaultCode = FileFaultCode | 'signed_out' | 'connection' | 'refused'

/** A file on its way. `share`: how much of it has travelled; then the server looks at it. */
export type UploadRow = {
  key: number
  list: UploadList
  file: File
  state: 'waiting' | 'sending' | 'stored' | 'failed'
  share: number
  fault: UploadFaultCode | null
  fileId: string | null
}

export type Sending = { reply: Promise<UploadReply | { ok: false; code: 'connection' }>; cancel: () => void }
export type Send = (list: UploadList, file: File, onProgress: (share: number) => void) => Sending

const atOnce = 2

/**
 * The files that a person has chosen, sent two at a time. One that fails stays, with the reason, and can be sent again;
 * it never holds up the others.
 */
export class UploadQueue {
  #rows: readonly UploadRow[] = []
  #nextKey = 1
  readonly #cancels = new Map<number, () => void>()
  readonly #listeners = new Set<() => void>()

  constructor(private readonly send: Send) {}

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly rows = () => this.#rows

  isBusy(): boolean {
    return this.#rows.some(({ state }) => state === 'waiting' || state === 'sending')
  }

  /** What is too large is said at once and does not travel. */
  add(list: UploadList, files: readonly File[]): void {
    const added = files.map((file): UploadRow => {
      const isTooLarge = file.size > uploadLimits[list].bytes
      const fate = isTooLarge ? { state: 'failed', fault: largeCode[list] } : { state: 'waiting', fault: null }
      return {
        key: this.#nextKey++,
        list,
        file,
        share: 0,
        fileId: null,
        ...(fate as Pick<UploadRow, 'state' | 'fault'>),
      }
    })
    this.#set([...this.#rows, ...added])
    this.#pump()
  }

  retry(key: number): void {
    this.#change(key, { state: 'waiting', fault: null, share: 0 })
    this.#pump()
  }

  /** Takes a row out, stopping what is on its way. */
  remove(key: number): void {
    this.#cancels.get(key)?.()
    this.#cancels.delete(key)
    this.#set(this.#rows.filter((row) => row.key !== key))
    this.#pump()
  }

  /** What became of the stored files that were named to the draft; `reply: null`: the server did not answer. */
  take(list: UploadList, fileIds: readonly string[], reply: AttachReply | null): void {
    if (!reply?.ok) return this.#settle(fileIds, reply === null ? 'connection' : 'refused')
    const { leftOut } = reply
    this.#settle(leftOut, fullCode[list])
    this.#settle(
      fileIds.filter((id) => !leftOut.includes(id)),
      null,
    )
  }

  /** Stored files that have joined the draft are no longer shown; with a fault they stay and say so. */
  #settle(fileIds: readonly string[], fault: UploadFaultCode | null): void {
    const isMeant = (row: UploadRow) => row.fileId !== null && fileIds.includes(row.fileId)
    if (fault === null) return this.#set(this.#rows.filter((row) => !isMeant(row)))
    this.#set(this.#rows.map((row) => (isMeant(row) ? { ...row, state: 'failed', fault } : row)))
  }

  /** Stops everything: nobody looks any more. */
  stop(): void {
    for (const cancel of this.#cancels.values()) cancel()
    this.#cancels.clear()
    this.#set([])
  }

  #pump(): void {
    while (this.#cancels.size < atOnce) {
      const next = this.#rows.find(({ state }) => state === 'waiting')
      if (next === undefined) return
      this.#start(next)
    }
  }

  #start({ key, list, file }: UploadRow): void {
    this.#change(key, { state: 'sending' })
    const { reply, cancel } = this.send(list, file, (share) => this.#change(key, { share }))
    this.#cancels.set(key, cancel)
    void reply.then((answer) => {
      this.#cancels.delete(key)
      if (answer.ok) this.#change(key, { state: 'stored', share: 1, fileId: answer.fileId })
      else this.#change(key, { state: 'failed', fault: answer.code })
      this.#pump()
    })
  }

  #change(key: number, changes: Partial<UploadRow>): void {
    this.#set(this.#rows.map((row) => (row.key === key ? { ...row, ...changes } : row)))
  }

  #set(rows: readonly UploadRow[]): void {
    this.#rows = rows
    for (const listener of this.#listeners) listener()
  }
}
