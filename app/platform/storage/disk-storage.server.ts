import type { ByteRange } from '#app/platform/http/byte-range'
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkKey, StorageFullError, StorageNotReadyError, type OpenedBytes, type Storage } from './model'
import { streamOf } from './stream-of.server'

/** Disk, quota or the largest file that the system allows. */
const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** Storage in a directory of this machine. */
export function diskStorage(directory: string): Storage {
  const pathOf = (key: string) => join(directory, checkKey(key))
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      if (await exists(path)) return
      try {
        await mkdir(dirname(path), { recursive: true })
        await writeWhole(path, bytes)
      } catch (error) {
        throw fullCodes.has(codeOf(error)) ? new StorageFullError('No room for a file', { cause: error }) : error
      }
    },
    get: async (key) => readFile(pathOf(key)).catch(nullIfMissing),
    open: async (key, range) => openFile(pathOf(key), range).catch(nullIfMissing),
    remove: async (key) => rm(pathOf(key), { force: true }),
    async check() {
      try {
        await mkdir(directory, { recursive: true })
        await access(directory, constants.R_OK | constants.W_OK)
      } catch (error) {
        throw new StorageNotReadyError(`Files cannot be stored in ${directory} (${codeOf(error)})`, { cause: error })
      }
    },
  }
}

async function openFile(path: string, range: ByteRange | undefined): Promise<OpenedBytes> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const part = range && { start: range.first, end: range.last }
    return { size, stream: streamOf(file.createReadStream(part)) }
  } catch (error) {
    await file.close()
    throw error
  }
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

function nullIfMissing(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? ''
}
