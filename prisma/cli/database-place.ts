import { join } from 'node:path'

export interface DatabasePlace {
  url: string
  dataDir: string
  storageUrl: string | null
}

/** `args` are the words after the command's name. */
export type DatabaseCommand = (place: DatabasePlace, args: string[]) => Promise<void>

/** Folder of the stored files, or null when STORAGE_URL keeps them elsewhere. */
export function filesFolderOf({ dataDir, storageUrl }: DatabasePlace): string | null {
  return storageUrl === null ? join(dataDir, 'files') : null
}
