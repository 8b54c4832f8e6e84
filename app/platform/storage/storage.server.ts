import { env } from '#app/platform/env/env.server'
import { join } from 'node:path'
import { diskStorage } from './disk-storage.server'
import type { Storage } from './model'
import { s3Storage } from './s3-storage.server'

const kept = globalThis as typeof globalThis & { __alanStorage?: Storage }

/** The storage of this process: STORAGE_URL, else DATA_DIR/files. */
export function storage(): Storage {
  const { storage: place, dataDir } = env()
  kept.__alanStorage ??= place === null ? diskStorage(join(dataDir, 'files')) : s3Storage(place)
  return kept.__alanStorage
}
