import { startBucket } from '#tests/setup/bucket'
import { startProduct, type Product } from '#tests/setup/product'
import { runOnServer, withDatabase } from '#tests/setup/worker-databases'
import { SmtpInbox } from '#tests/builders/smtp-inbox'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHaproxy, startPgbouncer, type Helper } from './helpers'

const server = process.env.CLUSTER_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres'
const nodeCount = 3
/** Longer than the failed health checks of the sample. */
const drainSeconds = 3

export type Place = {
  /** The proxy, which people see. */
  entry: string
  nodes: ClusterNode[]
  inbox: SmtpInbox
  /** Straight to PostgreSQL. */
  databaseUrl: string
  /** The administration of the pooler; null without one. */
  poolerUrl: string | null
  /** Commands of the proxy's administration. */
  askProxy: (command: string) => Promise<string>
}

/** One process of the product on a port of its own, with a DATA_DIR of its own. */
export class ClusterNode {
  product: Product | null = null

  constructor(
    readonly name: string,
    readonly url: string,
    private readonly env: Record<string, string>,
  ) {}

  async start(): Promise<void> {
    this.product = await startProduct(this.env)
  }

  /** Resolves to the exit code. */
  async stop(): Promise<number | null> {
    const code = await this.product?.stop()
    this.product = null
    return code ?? null
  }
}

/** Three nodes on one database behind the proxy of docs/nodes/, with a bucket and a mail server; all of it ends with `work`. */
export async function inCluster(
  { firstPort, isPooled }: { firstPort: number; isPooled: boolean },
  work: (place: Place) => Promise<void>,
): Promise<void> {
  const database = `alan_cluster_${process.pid}`
  const ends: (() => Promise<unknown>)[] = []
  const begin = async <Started>(started: Started, end: () => Promise<unknown>): Promise<Started> => {
    ends.unshift(end)
    return started
  }
  try {
    const scratch = await mkdtemp(join(tmpdir(), 'alan-cluster-'))
    await begin(scratch, () => rm(scratch, { recursive: true, force: true }))
    await runOnServer(server, `CREATE DATABASE ${database}`)
    await begin(null, () => runOnServer(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`))
    const bucket = await startBucket()
    await begin(bucket, () => bucket.stop())
    const inbox = new SmtpInbox()
    const smtpUrl = await begin(await inbox.start(), () => inbox.stop())
    const keep = (helper: Helper) => begin(helper, helper.stop)
    const ports = { entry: firstPort, pooler: firstPort + nodeCount + 1 }
    const databaseUrl = withDatabase(server, database)
    if (isPooled) await keep(await startPgbouncer({ scratch, port: ports.pooler, databaseUrl }))
    const pooled = (name: string) => `postgresql://postgres@127.0.0.1:${ports.pooler}/${name}`
    const { bucket: name, prefix, endpoint } = bucket.place
    const shared = {
      ...{ DATABASE_URL: isPooled ? pooled('alan') : databaseUrl, SESSION_SECRET: randomBytes(32).toString('base64') },
      STORAGE_URL: `s3://S3RVER:S3RVER@${name}/${prefix}?endpoint=${endpoint}&region=us-east-1&forcePathStyle=true`,
      ...{ SMTP_URL: smtpUrl, PUBLIC_URL: `http://127.0.0.1:${ports.entry}`, TRUST_PROXY: 'loopback' },
      ...{ LOG_LEVEL: 'warn', DRAIN_SECONDS: String(drainSeconds) },
    }
    const nodes = Array.from({ length: nodeCount }, (_, index) => {
      const port = String(firstPort + 1 + index)
      const env = { ...shared, PORT: port, DATA_DIR: join(scratch, `node${index + 1}`) }
      return new ClusterNode(`node${index + 1}`, `http://127.0.0.1:${port}`, env)
    })
    await begin(nodes, () => Promise.all(nodes.map((node) => node.stop())))
    // All at once: they meet at the migrations and the seeds.
    await Promise.all(nodes.map((node) => node.start()))
    const proxy = await startHaproxy({ scratch, port: ports.entry, nodes: nodes.map(({ url }) => new URL(url).host) })
    await keep(proxy)
    const poolerUrl = isPooled ? pooled('pgbouncer') : null
    await work({ entry: shared.PUBLIC_URL, nodes, inbox, databaseUrl, poolerUrl, askProxy: proxy.ask })
  } finally {
    for (const end of ends) await end().catch((error: unknown) => console.error(error))
  }
}
