import type { S3Place } from '#app/platform/env/storage-url'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'

/** A server of the S3 protocol on a free port of the loopback with one empty bucket; `stop` takes its files away. */
export async function startBucket(): Promise<{ place: S3Place; stop: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'alan-bucket-'))
  const bucket = 'alan-files'
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory },
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  const { port } = await server.run()
  const place: S3Place = {
    ...{ bucket, prefix: 'a/b/', endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', forcePathStyle: true },
    // The keys that this server knows.
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  }
  const stop = async () => {
    await server.close()
    await rm(directory, { recursive: true, force: true })
  }
  return { place, stop }
}
