import { join } from 'node:path'

export interface DatabasePlace {
  url: string
  dataDir: string
}

/** `args` are the words after the command's name. */
export type DatabaseCommand = (place: DatabasePlace, args: string[]) => Promise<void>

/** Folder of the stored files. */
export function filesFolderOf({ dataDir }: DatabasePlace): string {
  return join(dataDir, 'files')
}
