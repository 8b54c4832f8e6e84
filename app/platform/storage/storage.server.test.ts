import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { diskStorage } from './storage.server'

const directory = await mkdtemp(join(tmpdir(), 'alan-storage-'))
const storage = diskStorage(directory)
afterAll(() => rm(directory, { recursive: true, force: true }))

test('what was stored comes back, and nothing for what was not', async () => {
  await storage.put('images/ab/one.webp', Buffer.from('one'))
  expect((await storage.get('images/ab/one.webp'))?.toString()).toBe('one')
  expect(await storage.get('images/ab/two.webp')).toBeNull()
})

test('what is stored under a key never changes', async () => {
  await storage.put('images/cd/same.webp', Buffer.from('first'))
  await storage.put('images/cd/same.webp', Buffer.from('second'))
  expect((await storage.get('images/cd/same.webp'))?.toString()).toBe('first')
})

test.each(['../secret.txt', '/etc/passwd.txt', 'images/../../x.webp', 'images//x.webp', 'Images/x.webp', 'x', ''])(
  'the key "%s" is none',
  async (key) => {
    await expect(storage.get(key)).rejects.toThrow('Not a storage key')
    await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow('Not a storage key')
  },
)

test('a store that fails leaves nothing behind', async () => {
  // A file stands where a directory is needed, as when the disk refuses.
  await writeFile(join(directory, 'blocked'), '')
  await expect(storage.put('blocked/x.webp', Buffer.from('x'))).rejects.toThrow()
  expect((await readdir(directory)).sort()).toEqual(['blocked', 'images'])
})

test('many writers of one key leave one whole file', async () => {
  const bytes = Buffer.alloc(300_000, 7)
  await Promise.all(Array.from({ length: 20 }, () => storage.put('images/ef/many.webp', bytes)))
  expect(await readdir(join(directory, 'images/ef'))).toEqual(['many.webp'])
  expect((await storage.get('images/ef/many.webp'))?.equals(bytes)).toBe(true)
})
