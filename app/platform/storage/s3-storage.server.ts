import type { S3Place } from '#app/platform/env/storage-url'
import type { S3Client } from '@aws-sdk/client-s3'
import type { Readable } from 'node:stream'
import { checkKey, StorageFullError, StorageNotReadyError, type Storage } from './model'
import { streamOf } from './stream-of.server'

/** Stored and read back at the start: keys may open a bucket and still not write to it. */
const probe = { key: 'check/start.txt', bytes: Buffer.from('Alań keeps its files here.\n') }

const patience = { connectionTimeout: 5_000, requestTimeout: 60_000 }

type Sdk = typeof import('@aws-sdk/client-s3')

/** Storage in a bucket of a service that speaks the S3 protocol. The SDK is loaded with the first use. */
export function s3Storage(place: S3Place): Storage {
  let loading: Promise<{ sdk: Sdk; client: S3Client }> | undefined
  const connect = () => (loading ??= connectTo(place))
  const at = (key: string) => ({ Bucket: place.bucket, Key: place.prefix + checkKey(key) })

  const put = async (key: string, bytes: Uint8Array) => {
    const target = at(key)
    const { sdk, client } = await connect()
    const stored = await client.send(new sdk.HeadObjectCommand(target)).catch(nullIfMissing)
    if (stored !== null) return
    try {
      await client.send(new sdk.PutObjectCommand({ ...target, Body: bytes, ContentLength: bytes.byteLength }))
    } catch (error) {
      throw isFull(error) ? new StorageFullError('No room for a file', { cause: error }) : error
    }
  }
  const open: Storage['open'] = async (key, range) => {
    const target = at(key)
    const { sdk, client } = await connect()
    const Range = range && `bytes=${range.first}-${range.last}`
    const found = await client.send(new sdk.GetObjectCommand({ ...target, Range })).catch(nullIfMissing)
    if (!found?.Body) return null
    const size = Number(found.ContentRange?.split('/')[1] ?? found.ContentLength)
    return { size, stream: streamOf(found.Body as Readable) }
  }
  const get = async (key: string) => {
    const opened = await open(key)
    return opened && Buffer.from(await new Response(opened.stream).arrayBuffer())
  }
  const remove = async (key: string) => {
    const target = at(key)
    const { sdk, client } = await connect()
    await client.send(new sdk.DeleteObjectCommand(target)).catch(nullIfMissing)
  }
  const check = async () => {
    const { sdk, client } = await connect()
    try {
      await client.send(new sdk.HeadBucketCommand({ Bucket: place.bucket }))
      await put(probe.key, probe.bytes)
      if ((await get(probe.key)) === null)
        throw new StorageNotReadyError(tell(place, 'a file stored there is not there'))
    } catch (error) {
      throw error instanceof StorageNotReadyError
        ? error
        : new StorageNotReadyError(explain(place, error), { cause: error })
    }
  }
  return { put, get, open, remove, check }
}

async function connectTo(place: S3Place): Promise<{ sdk: Sdk; client: S3Client }> {
  const sdk = await import('@aws-sdk/client-s3')
  const { endpoint, region, forcePathStyle, credentials } = place
  const client = new sdk.S3Client({
    ...{ region, forcePathStyle, credentials, requestHandler: patience, maxAttempts: 3 },
    ...(endpoint === null ? {} : { endpoint }),
    // Services other than Amazon's often do not know the newer checksums, and some store them as part of the file.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { sdk, client }
}

type Failure = { name?: string; code?: string; $metadata?: { httpStatusCode?: number } }

function statusOf(error: unknown): number | undefined {
  return (error as Failure).$metadata?.httpStatusCode
}

function nullIfMissing(error: unknown): null {
  if (statusOf(error) === 404) return null
  throw error
}

function isFull(error: unknown): boolean {
  return statusOf(error) === 507 || /Quota|StorageFull/i.test((error as Failure).name ?? '')
}

function explain(place: S3Place, error: unknown): string {
  const status = statusOf(error)
  if (status === 404) return tell(place, 'there is no such bucket')
  if (status === 401 || status === 403) return tell(place, 'the keys are not accepted, or may not read and write')
  if (status === 301 || status === 400) return tell(place, 'the region, the kind of address or the keys are not right')
  if (isFull(error) || error instanceof StorageFullError) return tell(place, 'there is no room')
  const { name, code } = error as Failure
  return tell(place, `the service does not answer as it should (${status ?? code ?? name ?? 'unknown'})`)
}

function tell(place: S3Place, what: string): string {
  return `STORAGE_URL does not serve: bucket ${place.bucket} at ${place.endpoint ?? `Amazon S3, ${place.region}`}: ${what}`
}
