/** A bucket of a service that speaks the S3 protocol. */
export type S3Place = {
  bucket: string
  /** Goes before every key; empty or ends with a slash. */
  prefix: string
  /** null: Amazon's own of the region. */
  endpoint: string | null
  region: string
  /** The bucket stands in the path of the address instead of its host name. */
  forcePathStyle: boolean
  credentials: { accessKeyId: string; secretAccessKey: string }
}

type Keys = { AWS_ACCESS_KEY_ID?: string | undefined; AWS_SECRET_ACCESS_KEY?: string | undefined }

const bucketShape = /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/
const prefixShape = /^([a-z\d-]+\/)*$/
const parameters = new Set(['endpoint', 'region', 'forcePathStyle'])

/**
 * Reads `s3://key:secret@bucket/prefix?endpoint=…&region=…&forcePathStyle=true`; `keys` stand in when the address has
 * none. Says in English what is wrong, never repeating a value.
 */
export function parseStorageUrl(
  text: string,
  keys: Keys,
): { ok: true; place: S3Place } | { ok: false; problem: string } {
  const no = (problem: string) => ({ ok: false as const, problem })
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 's3:') return no('must look like s3://bucket/prefix?endpoint=https://s3.example.kz&region=kz-1')
  if (!bucketShape.test(url.hostname))
    return no('must name a bucket: 3 to 63 lower-case letters, digits, dots or dashes')
  const path = url.pathname.replace(/^\/+|\/+$/g, '')
  const prefix = path === '' ? '' : `${path}/`
  if (!prefixShape.test(prefix)) return no('has a prefix of other signs than lower-case letters, digits, - and /')
  const unknown = [...url.searchParams.keys()].find((name) => !parameters.has(name))
  if (unknown !== undefined) return no('knows only the parameters endpoint, region and forcePathStyle')
  const endpoint = url.searchParams.get('endpoint')
  if (endpoint !== null && !isHttp(endpoint)) return no('needs an endpoint that begins with http:// or https://')
  const style = url.searchParams.get('forcePathStyle')
  if (style !== null && style !== 'true' && style !== 'false') return no('needs forcePathStyle to be true or false')
  const credentials = readKeys(url, keys)
  if (credentials === null) {
    return no('needs keys: s3://key:secret@bucket (percent-encoded), or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY')
  }
  return {
    ok: true,
    place: {
      ...{ bucket: url.hostname, prefix, endpoint, credentials },
      region: url.searchParams.get('region') ?? 'us-east-1',
      forcePathStyle: style === null ? endpoint !== null : style === 'true',
    },
  }
}

function isHttp(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function readKeys(url: URL, keys: Keys): S3Place['credentials'] | null {
  try {
    const accessKeyId = decodeURIComponent(url.username) || keys.AWS_ACCESS_KEY_ID
    const secretAccessKey = decodeURIComponent(url.password) || keys.AWS_SECRET_ACCESS_KEY
    return accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null
  } catch {
    // A percent sign that stands for itself.
    return null
  }
}
