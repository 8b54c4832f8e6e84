import { env } from '#app/platform/env/env.server'
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Bytes under a key of lower-case letters, digits, `-`, `.` and `/`; what was stored under a key never changes. */
export interface Storage {
  /** Stores whole or not at all; rejects when the disk is full. Storing the same key again does nothing. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The bytes, or null when nothing is stored under the key. */
  get(key: string): Promise<Buffer | null>
}

const keyShape = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*\.[a-z0-9]+$/

/** Storage in a directory of this machine. */
export function diskStorage(directory: string): Storage {
  return {
    async put(key, bytes) {
      const path = pathOf(directory, key)
      if (await exists(path)) return
      await mkdir(dirname(path), { recursive: true })
      await writeWhole(path, bytes)
    },
    async get(key) {
      try {
        return await readFile(pathOf(directory, key))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
  }
}

/** The storage of this process: DATA_DIR/files. */
export function storage(): Storage {
  return diskStorage(join(env().dataDir, 'files'))
}

function pathOf(directory: string, key: string): string {
  if (!keyShape.test(key)) throw new Error(`Not a storage key: ${key}`)
  return join(directory, key)
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  )
}

/** A reader or a crash never sees half a file: written beside, flushed, then renamed. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
