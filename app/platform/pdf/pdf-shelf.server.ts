import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type PdfShelf = {
  /** The paper kept under the key, or null. */
  get(key: string): Promise<Buffer | null>
  /** Keeps the paper; those that nobody asked for the longest make room. A shelf that cannot be written keeps nothing. */
  put(key: string, bytes: Uint8Array): Promise<void>
}

const keyShape = /^[\da-f]{64}$/
const ending = '.pdf'

/** Papers in a folder, at most `mostBytes` of them. What is on it can be made again: it belongs to no backup. */
export function openShelf(folder: string, mostBytes: number): PdfShelf {
  const fileOf = (key: string) => {
    if (!keyShape.test(key)) throw new Error(`Not the key of a paper: ${key}`)
    return join(folder, key + ending)
  }
  return {
    get: async (key) => {
      const file = fileOf(key)
      try {
        const bytes = await readFile(file)
        const now = new Date()
        await utimes(file, now, now)
        return bytes
      } catch {
        return null
      }
    },
    put: async (key, bytes) => {
      const file = fileOf(key)
      const half = `${file}.${process.pid}`
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(half, bytes)
        await rename(half, file)
        await makeRoom(folder, mostBytes)
      } catch {
        await rm(half, { force: true })
      }
    },
  }
}

async function makeRoom(folder: string, mostBytes: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending))
  const files = await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name)
      const { size, mtimeMs } = await stat(file)
      return { file, size, mtimeMs }
    }),
  )
  let room = mostBytes
  for (const { file, size } of files.sort((left, right) => right.mtimeMs - left.mtimeMs)) {
    room -= size
    if (room < 0) await rm(file, { force: true })
  }
}
