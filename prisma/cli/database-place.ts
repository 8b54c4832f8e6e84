import { env } from '#app/platform/env/env.server'
import { join } from 'node:path'

export interface DatabasePlace {
  url: string
  dataDir: string
}

/** `args` are the words after the command's name. */
export type DatabaseCommand = (place: DatabasePlace, args: string[]) => Promise<void>

/** Folder of the stored files; null when STORAGE_URL keeps them elsewhere, where they have a backup of their own. */
export function filesFolderOf({ dataDir }: DatabasePlace): string | null {
  return env().storage === null ? join(dataDir, 'files') : null
}
