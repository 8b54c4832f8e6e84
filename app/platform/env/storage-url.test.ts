import { describe, expect, it } from 'vitest'
import { parseStorageUrl } from './storage-url'

const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' }

describe('a storage address', () => {
  it.each([
    ['s3://files', {}, { bucket: 'files', prefix: '', endpoint: null, region: 'us-east-1', forcePathStyle: false }],
    [
      's3://files/alan/main/?endpoint=http://127.0.0.1:9000&region=kz-1',
      {},
      {
        bucket: 'files',
        prefix: 'alan/main/',
        endpoint: 'http://127.0.0.1:9000',
        region: 'kz-1',
        forcePathStyle: true,
      },
    ],
    ['s3://files?endpoint=https://s3.example.kz&forcePathStyle=false', {}, { forcePathStyle: false }],
    ['s3://me:a%2Fb%2Bc@files', {}, { credentials: { accessKeyId: 'me', secretAccessKey: 'a/b+c' } }],
    ['s3://files', keys, { credentials: { accessKeyId: 'id', secretAccessKey: 'secret' } }],
    ['s3://me:mine@files', keys, { credentials: { accessKeyId: 'me', secretAccessKey: 'mine' } }],
  ])('%s', (text, given, expected) => {
    const withKeys = text.includes('@') ? given : { ...keys, ...given }
    expect(parseStorageUrl(text, withKeys)).toMatchObject({ ok: true, place: expected })
  })

  it.each([
    ['s3://files', {}, 'needs keys'],
    ['s3://me@files', {}, 'needs keys'],
    ['s3://me:100%@files', {}, 'needs keys'],
    ['files', keys, 'must look like'],
    ['https://s3.example.kz/files', keys, 'must look like'],
    ['s3:///files', keys, 'must name a bucket'],
    ['s3://My_Files', keys, 'must name a bucket'],
    ['s3://files/Ключи', keys, 'prefix'],
    ['s3://files/a//b', keys, 'prefix'],
    ['s3://files?endpont=http://127.0.0.1', keys, 'knows only'],
    ['s3://files?endpoint=127.0.0.1:9000', keys, 'endpoint'],
    ['s3://files?forcePathStyle=yes', keys, 'forcePathStyle'],
  ])('%s with %j: %s', (text, given, problem) => {
    const parsed = parseStorageUrl(text, given)
    expect(parsed.ok ? '' : parsed.problem).toContain(problem)
  })
})
