import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Absolute path of the directory that holds package.json, the same for sources and for the build, whatever the current
 * directory is. Throws when there is none above this file.
 */
export function projectRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(directory, 'package.json'))) {
    const parent = dirname(directory)
    if (parent === directory) throw new Error('package.json was not found above the server')
    directory = parent
  }
  return directory
}
