import { parseEnv } from '#app/platform/env/parse-env'
import { describe, expect, it } from 'vitest'

const SECRET = 'a'.repeat(32)

function read(source: Record<string, string>) {
  const verdict = parseEnv(source)
  if (!verdict.ok) throw new Error(verdict.problems.join('; '))
  return verdict.env
}

describe('parseEnv', () => {
  it('needs nothing: a fresh clone serves the demo on the loopback', () => {
    expect(read({})).toMatchObject({
      isProduction: false,
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      dataDir: './data',
      demo: true,
      trustProxy: false,
      logLevel: 'info',
    })
  })

  it('takes an empty variable for one that is not set', () => {
    expect(read({ PORT: '', DATABASE_URL: '', DEMO: '' })).toMatchObject({ port: 3000, databaseUrl: null, demo: true })
  })

  it.each([
    [{ PORT: '0' }, { port: 0 }],
    [{ PUBLIC_URL: 'https://alan.example.kz/' }, { publicUrl: 'https://alan.example.kz' }],
    [{ TRUST_PROXY: '1' }, { trustProxy: 1 }],
    [{ TRUST_PROXY: 'loopback, 10.0.0.0/8' }, { trustProxy: ['loopback', '10.0.0.0/8'] }],
    [{ TRUST_PROXY: 'off' }, { trustProxy: false }],
    [{ DEMO: 'off' }, { demo: false }],
    [{ DRAIN_SECONDS: '2.5' }, { drainMs: 2500 }],
    [
      { NODE_ENV: 'production', SESSION_SECRET: SECRET },
      { isProduction: true, demo: false },
    ],
    [
      { NODE_ENV: 'production', SESSION_SECRET: SECRET, DEMO: 'on' },
      { isProduction: true, demo: true },
    ],
    [
      { NODE_ENV: 'production', ALAN_ENV: 'local' },
      { isProduction: false, demo: true },
    ],
    [
      { ALAN_ENV: 'production', SESSION_SECRET: SECRET },
      { isProduction: true, earlierSecrets: [] },
    ],
    [
      { SESSION_SECRET_PREVIOUS: `${SECRET}b, ${SECRET}c` },
      { sessionSecret: null, earlierSecrets: [`${SECRET}b`, `${SECRET}c`] },
    ],
  ])('reads %j', (source, expected) => {
    expect(read(source)).toMatchObject(expected)
  })

  it.each([
    ['PORT', '80a'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['HOST', 'a b'],
    ['DRAIN_SECONDS', '61'],
    ['PUBLIC_URL', 'alan.kz'],
    ['PUBLIC_URL', 'ftp://alan.kz'],
    ['DATABASE_URL', 'mysql://root@localhost/alan'],
    ['SESSION_SECRET', 'short'],
    ['SESSION_SECRET_PREVIOUS', `${SECRET},short`],
    ['SESSION_SECRET_PREVIOUS', `${SECRET},`],
    ['SMTP_URL', 'mail.example.kz'],
    ['MAIL_FROM', 'nobody'],
    ['STORAGE_URL', 's3://bucket'],
    ['STORAGE_URL', 'https://key:secret@s3.example.kz/bucket'],
    ['DEMO', 'yes'],
    ['TRUST_PROXY', 'true'],
    ['LOG_LEVEL', 'loud'],
    ['NODE_ENV', 'staging'],
    ['ALAN_ENV', 'demo'],
    ['BASEMAP_STYLE_URL', 'style.json'],
  ])('refuses %s=%s and names it without its value', (name, value) => {
    const verdict = parseEnv({ [name]: value })
    expect(verdict.ok).toBe(false)
    if (verdict.ok) return
    expect(verdict.problems).toHaveLength(1)
    expect(verdict.problems[0]).toMatch(new RegExp(`^${name} `))
    if (['SESSION_SECRET', 'SESSION_SECRET_PREVIOUS', 'DATABASE_URL', 'STORAGE_URL'].includes(name))
      expect(verdict.problems[0]).not.toContain(value)
  })

  it('names every bad variable at once', () => {
    const verdict = parseEnv({ PORT: 'x', DEMO: 'x' })
    expect(verdict.ok ? [] : verdict.problems.map((problem) => problem.split(' ')[0])).toEqual(['PORT', 'DEMO'])
  })

  it('starts in production only with a secret of the operator', () => {
    const verdict = parseEnv({ NODE_ENV: 'production' })
    expect(verdict.ok ? [] : verdict.problems).toEqual([expect.stringMatching(/^SESSION_SECRET /)])
  })
})
