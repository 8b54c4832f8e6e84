import { execFile } from 'node:child_process'
import { mkdtemp, open, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A disk of its own, small enough to be filled. */
export interface SmallDisk {
  folder: string
  /** Takes all room but `left` bytes. */
  fill(left: number): Promise<void>
  /** Gives it back. */
  free(): Promise<void>
  remove(): Promise<void>
}

/** Mounts a disk in memory; null where that is not allowed. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | null> {
  const folder = await mkdtemp(join(tmpdir(), 'alan-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'alan-small-disk', folder])
  } catch {
    await rm(folder, { recursive: true })
    return null
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    async fill(left) {
      await rm(filler, { force: true })
      const { bavail, bsize } = await statfs(folder)
      const file = await open(filler, 'w')
      const block = Buffer.alloc(1 << 20, 1)
      try {
        for (let room = bavail * bsize - left; room > 0; room -= block.length) {
          await file.writeFile(room < block.length ? block.subarray(0, room) : block)
        }
      } catch (error) {
        // The product was quicker: all the same it is full.
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      } finally {
        await file.close()
      }
    },
    free: () => rm(filler, { force: true }),
    async remove() {
      await run('umount', ['-l', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}
