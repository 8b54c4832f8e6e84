import type { ByteRange } from '#app/platform/http/byte-range'

/** A whole stored file, or the part of it that was asked for, as it is read. */
export type OpenedBytes = {
  stream: ReadableStream<Uint8Array>
  /** Bytes of the whole. */
  size: number
}

/** Bytes under a key of lower-case letters, digits, `-`, `.` and `/`; what was stored under a key never changes. */
export interface Storage {
  /** Stores whole or not at all; rejects with StorageFullError when there is no room. Storing the same key again does nothing. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The bytes, or null when nothing is stored under the key. For what is small. */
  get(key: string): Promise<Buffer | null>
  /** The bytes piece by piece as they are asked for, or null when nothing is stored under the key. Read it to its end or cancel it. */
  open(key: string, range?: ByteRange): Promise<OpenedBytes | null>
  /** Forgets what is stored under the key; nothing to forget is no fault. For what is not kept under its hash. */
  remove(key: string): Promise<void>
  /** Resolves when files can be stored and read; rejects with StorageNotReadyError, which says what to do. */
  check(): Promise<void>
}

/** No room for the file; nothing of it is stored. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError'
  readonly code = 'storage_full'
}

/** The storage does not serve; the message is for the operator and holds no secret. */
export class StorageNotReadyError extends Error {
  override readonly name = 'StorageNotReadyError'
}

const keyShape = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*\.[a-z0-9]+$/

/** The key itself; throws when it is none. */
export function checkKey(key: string): string {
  if (!keyShape.test(key)) throw new Error(`Not a storage key: ${key}`)
  return key
}
