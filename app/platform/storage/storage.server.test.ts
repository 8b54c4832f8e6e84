import { startBucket } from '#tests/setup/bucket'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { diskStorage } from './disk-storage.server'
import { StorageFullError } from './model'
import { s3Storage } from './s3-storage.server'

const directory = await mkdtemp(join(tmpdir(), 'alan-storage-'))
const bucket = await startBucket()
afterAll(async () => {
  await bucket.stop()
  await rm(directory, { recursive: true, force: true })
})

const storages = [
  ['on disk', diskStorage(directory)],
  ['in a bucket', s3Storage(bucket.place)],
] as const

async function readAll(stream: ReadableStream<Uint8Array> | undefined): Promise<Buffer> {
  return Buffer.from(await new Response(stream).arrayBuffer())
}

describe.each(storages)('%s', (_, storage) => {
  test('what was stored comes back, and nothing for what was not', async () => {
    await storage.put('images/ab/one.webp', Buffer.from('one'))
    expect((await storage.get('images/ab/one.webp'))?.toString()).toBe('one')
    expect(await storage.get('images/ab/two.webp')).toBeNull()
    expect(await storage.open('images/ab/two.webp')).toBeNull()
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
      await expect(storage.open(key)).rejects.toThrow('Not a storage key')
      await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow('Not a storage key')
      await expect(storage.remove(key)).rejects.toThrow('Not a storage key')
    },
  )

  test('many writers of one key leave one whole file', async () => {
    const bytes = Buffer.alloc(300_000, 7)
    await Promise.all(Array.from({ length: 20 }, () => storage.put('images/ef/many.webp', bytes)))
    expect((await storage.get('images/ef/many.webp'))?.equals(bytes)).toBe(true)
  })

  test('a large file comes in pieces, byte for byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => index % 251))
    await storage.put('papers/large.pdf', bytes)
    const opened = await storage.open('papers/large.pdf')
    expect(opened?.size).toBe(bytes.byteLength)
    const reader = opened?.stream.getReader()
    const first = await reader?.read()
    expect(first?.value?.byteLength).toBeLessThan(bytes.byteLength)
    await reader?.cancel()
    expect((await readAll((await storage.open('papers/large.pdf'))?.stream)).equals(bytes)).toBe(true)
  })

  test('a part of a file', async () => {
    await storage.put('papers/part.pdf', Buffer.from('0123456789'))
    const opened = await storage.open('papers/part.pdf', { first: 2, last: 5 })
    expect(opened?.size).toBe(10)
    expect((await readAll(opened?.stream)).toString()).toBe('2345')
  })

  test('an empty file', async () => {
    await storage.put('papers/empty.pdf', new Uint8Array())
    expect(await storage.get('papers/empty.pdf')).toHaveLength(0)
  })

  test('what is removed is gone, and may be stored again', async () => {
    await storage.put('imports/one.xlsx', Buffer.from('one'))
    await storage.remove('imports/one.xlsx')
    await storage.remove('imports/one.xlsx')
    expect(await storage.get('imports/one.xlsx')).toBeNull()
    await storage.put('imports/one.xlsx', Buffer.from('two'))
    expect((await storage.get('imports/one.xlsx'))?.toString()).toBe('two')
  })

  test('it serves', async () => {
    await expect(storage.check()).resolves.toBeUndefined()
    await expect(storage.check()).resolves.toBeUndefined()
  })
})

const program = `
  import { diskStorage } from '${new URL('./disk-storage.server.ts', import.meta.url).href}'
  const storage = diskStorage(process.argv[1])
  const small = await storage.put('papers/small.pdf', Buffer.alloc(1_000)).then(() => 'stored', (error) => error.code)
  const large = await storage.put('papers/large.pdf', Buffer.alloc(1_000_000)).then(() => 'stored', (error) => error.code)
  process.stdout.write('small: ' + small + ', large: ' + large)
`
const writer = ['--import', 'tsx', '--input-type=module', '--eval', program]

describe('on disk', () => {
  test('a store that fails leaves nothing behind', async () => {
    const place = join(directory, 'failing')
    await mkdir(place)
    // A file stands where a directory is needed, as when the disk refuses.
    await writeFile(join(place, 'blocked'), '')
    await expect(diskStorage(place).put('blocked/x.webp', Buffer.from('x'))).rejects.toThrow()
    expect(await readdir(place)).toEqual(['blocked'])
  })

  test('a full disk is no room, and nothing half is left', async () => {
    const place = join(directory, 'full')
    // The largest file that this process may write stands for the end of the disk: 64 blocks of 1 KB.
    const { stdout } = await promisify(execFile)('bash', [
      '-c',
      `ulimit -f 64; exec "$0" "$@"`,
      process.execPath,
      ...writer,
      place,
    ])
    expect(stdout).toBe('small: stored, large: storage_full')
    expect(await readdir(join(place, 'papers'))).toEqual(['small.pdf'])
  })

  test('a place that is no directory does not serve', async () => {
    await writeFile(join(directory, 'file'), '')
    await expect(diskStorage(join(directory, 'file')).check()).rejects.toThrow(/cannot be stored in .*file/)
  })
})

/** A service that answers everything with one status, as a full or broken one does. */
async function brokenService(status: number, code: string) {
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(request.method === 'HEAD' ? 404 : status, { 'Content-Type': 'application/xml' })
    response.end(request.method === 'HEAD' ? '' : `<Error><Code>${code}</Code><Message>no</Message></Error>`)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => server.close() }
}

describe('in a bucket', () => {
  test('a bucket that is not there is named', async () => {
    await expect(s3Storage({ ...bucket.place, bucket: 'no-such-bucket' }).check()).rejects.toThrow(
      /^STORAGE_URL does not serve: bucket no-such-bucket at http:.*: there is no such bucket$/,
    )
  })

  test('keys that are not accepted are named, without the keys', async () => {
    const credentials = { accessKeyId: 'stranger', secretAccessKey: 'not-the-secret' }
    const failure = await s3Storage({ ...bucket.place, credentials })
      .check()
      .catch((error: unknown) => String(error))
    expect(failure).toMatch(/keys are not accepted/)
    expect(failure).not.toMatch(/stranger|not-the-secret/)
  })

  test('a service that does not answer is named', async () => {
    const place = { ...bucket.place, endpoint: 'http://127.0.0.1:9' }
    await expect(s3Storage(place).check()).rejects.toThrow(/does not answer as it should \(ECONNREFUSED\)/)
  })

  test('a full service is no room', async () => {
    const full = await brokenService(507, 'XMinioStorageFull')
    await expect(
      s3Storage({ ...bucket.place, endpoint: full.endpoint }).put('papers/x.pdf', Buffer.from('x')),
    ).rejects.toBeInstanceOf(StorageFullError)
    full.stop()
  })
})
