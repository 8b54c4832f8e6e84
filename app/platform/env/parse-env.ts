import { z } from 'zod'
import { parseStorageUrl, type S3Place } from './storage-url'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** A variable that is set to nothing counts as not set. */
const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional())

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .transform((text) => text.replace(/\/+$/, ''))

const urlWith = (protocol: RegExp, message: string) =>
  z.string().refine((text) => protocol.test(text) && URL.canParse(text), message)

const DRAIN_MESSAGE = 'must be a number of seconds between 0 and 60'
const PORT_MESSAGE = 'must be a port number between 0 and 65535'

/** Hops in front of the server, or the addresses of its proxies. `true` is refused: any client could then forge its own. */
const trustProxy = z.string().transform((text, context) => {
  if (text === 'off' || text === 'false' || text === '0') return false as const
  if (/^[1-9]$/.test(text)) return Number(text)
  const proxies = text.split(',').map((part) => part.trim())
  if (proxies.every((part) => /^(loopback|linklocal|uniquelocal|[\da-f.:]+(\/\d{1,3})?)$/i.test(part))) return proxies
  context.addIssue('must be off, a number of hops (1-9), or a list of proxy addresses such as loopback,10.0.0.0/8')
  return z.NEVER
})

const SECRET_MESSAGE = 'must have at least 32 characters'

/** Earlier secrets with commas between them, newest first. */
const secretList = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((secrets) => secrets.every((secret) => secret.length >= 32), `${SECRET_MESSAGE} between two commas`)

const EnvFields = z.object({
  NODE_ENV: optional(z.enum(['development', 'production', 'test'])),
  ALAN_ENV: optional(z.enum(['local', 'production'])),
  PORT: optional(z.coerce.number(PORT_MESSAGE).int(PORT_MESSAGE).min(0, PORT_MESSAGE).max(65_535, PORT_MESSAGE)),
  HOST: optional(z.string().regex(/^[\w.:-]+$/, 'must be a host name or an address')),
  PUBLIC_URL: optional(httpUrl),
  DATABASE_URL: optional(urlWith(/^postgres(ql)?:\/\//, 'must look like postgresql://user:password@host:5432/name')),
  DATA_DIR: optional(z.string()),
  SESSION_SECRET: optional(z.string().min(32, SECRET_MESSAGE)),
  SESSION_SECRET_PREVIOUS: optional(secretList),
  SMTP_URL: optional(urlWith(/^smtps?:\/\//, 'must look like smtp://user:password@host:587')),
  MAIL_FROM: optional(z.string().regex(/@/, 'must be an e-mail address, with or without a name')),
  STORAGE_URL: optional(z.string()),
  AWS_ACCESS_KEY_ID: optional(z.string()),
  AWS_SECRET_ACCESS_KEY: optional(z.string()),
  DEMO: optional(z.enum(['on', 'off'])),
  BASEMAP_STYLE_URL: optional(httpUrl),
  BASEMAP_TILES_URL: optional(httpUrl),
  BASEMAP_ATTRIBUTION: optional(z.string()),
  TRUST_PROXY: optional(trustProxy),
  WEBHOOK_LOOPBACK: optional(z.enum(['on', 'off'])),
  DRAIN_SECONDS: optional(z.coerce.number(DRAIN_MESSAGE).min(0, DRAIN_MESSAGE).max(60, DRAIN_MESSAGE)),
  METRICS_TOKEN: optional(z.string().min(16, 'must have at least 16 characters')),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS)),
})

/** The keys of the storage may stand beside its address, so it is read when all variables are known. */
const EnvShape = EnvFields.transform((read, context) => {
  if (read.STORAGE_URL === undefined) return { ...read, storage: null }
  const parsed = parseStorageUrl(read.STORAGE_URL, read)
  if (parsed.ok) return { ...read, storage: parsed.place }
  context.addIssue({ code: 'custom', path: ['STORAGE_URL'], message: parsed.problem })
  return z.NEVER
})

export interface Env {
  /** Strict about secrets, and without demo data unless asked: NODE_ENV=production was set by the operator. */
  isProduction: boolean
  port: number
  host: string
  /** Origin that people use, without a slash at the end; null when it is simply the address listened on. */
  publicUrl: string | null
  /** null: the embedded database in `dataDir`. */
  databaseUrl: string | null
  dataDir: string
  /** null: made and kept in `dataDir`. */
  sessionSecret: string | null
  /** Secrets of before, which still open and prove what was sealed and signed with them. */
  earlierSecrets: string[]
  /** null: messages go to the outbox page. */
  smtpUrl: string | null
  mailFrom: string
  /** null: files are kept in `dataDir`/files. */
  storage: S3Place | null
  demo: boolean
  basemap: { styleUrl: string | null; tilesUrl: string | null; attribution: string | null }
  trustProxy: false | number | string[]
  /** Webhooks may go to this machine, also without TLS: for tests and development only. */
  webhookLoopback: boolean
  /** How long a process that stops goes on serving, after it has said so on `/readyz`. */
  drainMs: number
  /** null: `/metrics` answers this machine only. */
  metricsToken: string | null
  logLevel: (typeof LOG_LEVELS)[number]
}

export type EnvVerdict = { ok: true; env: Env } | { ok: false; problems: string[] }

/**
 * Reads the environment variables of docs/operations.md. Says no with one sentence per bad variable, which begins with
 * its name and never repeats its value, since that may be a secret.
 */
export function parseEnv(source: Record<string, string | undefined>): EnvVerdict {
  const parsed = EnvShape.safeParse(source)
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) }
  }
  const read = parsed.data
  const isProduction = (read.ALAN_ENV ?? (read.NODE_ENV === 'production' ? 'production' : 'local')) === 'production'
  if (isProduction && !read.SESSION_SECRET) {
    return { ok: false, problems: ['SESSION_SECRET must be set in production (at least 32 random characters)'] }
  }
  if (isProduction && read.WEBHOOK_LOOPBACK === 'on') {
    return { ok: false, problems: ['WEBHOOK_LOOPBACK must be off in production: it opens this machine to webhooks'] }
  }
  return {
    ok: true,
    env: {
      isProduction,
      port: read.PORT ?? 3000,
      host: read.HOST ?? '127.0.0.1',
      publicUrl: read.PUBLIC_URL ?? null,
      databaseUrl: read.DATABASE_URL ?? null,
      dataDir: read.DATA_DIR ?? './data',
      sessionSecret: read.SESSION_SECRET ?? null,
      earlierSecrets: read.SESSION_SECRET_PREVIOUS ?? [],
      smtpUrl: read.SMTP_URL ?? null,
      mailFrom: read.MAIL_FROM ?? 'Alań <no-reply@localhost>',
      storage: read.storage,
      demo: (read.DEMO ?? (isProduction ? 'off' : 'on')) === 'on',
      basemap: {
        styleUrl: read.BASEMAP_STYLE_URL ?? null,
        tilesUrl: read.BASEMAP_TILES_URL ?? null,
        attribution: read.BASEMAP_ATTRIBUTION ?? null,
      },
      trustProxy: read.TRUST_PROXY ?? false,
      webhookLoopback: read.WEBHOOK_LOOPBACK === 'on',
      drainMs: (read.DRAIN_SECONDS ?? 0) * 1000,
      metricsToken: read.METRICS_TOKEN ?? null,
      logLevel: read.LOG_LEVEL ?? 'info',
    },
  }
}
