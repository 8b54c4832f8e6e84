import { findHolder } from '#app/platform/embedded-db/data-lock.server'
import { SmtpInbox } from '#tests/builders/smtp-inbox'
import type { Cluster } from '#tests/setup/postgres-cluster'
import { startProduct, type Product } from '#tests/setup/product'
import { seededDatabase, sessionSecret } from '#tests/setup/seeded-places'
import { runOnServer, withDatabase } from '#tests/setup/worker-databases'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'

/** The built product with the demo, on data of its own, with a mail server: it may be killed and started again. */
export class OwnProduct {
  readonly inbox = new SmtpInbox()
  #product: Product | null = null

  private constructor(
    readonly dataDir: string,
    readonly databaseUrl: string | null,
    private readonly cluster: Cluster | null,
  ) {}

  /** On a copy of the seeded data: embedded, or a database of the cluster. Not started yet. */
  static async make(cluster: Cluster | null, parent = tmpdir()): Promise<OwnProduct> {
    const dataDir = join(await mkdtemp(join(parent, 'alan-fault-')), 'data')
    const seeded = inject('seededFolder')
    if (cluster === null) {
      await cp(seeded, dataDir, { recursive: true })
      return new OwnProduct(dataDir, null, null)
    }
    await cp(join(seeded, 'files'), join(dataDir, 'files'), { recursive: true })
    const name = `alan_fault_${randomUUID().slice(0, 8)}`
    await runOnServer(cluster.url, `CREATE DATABASE ${name} TEMPLATE ${seededDatabase}`)
    return new OwnProduct(dataDir, withDatabase(cluster.url, name), cluster)
  }

  get url(): string {
    if (this.#product === null) throw new Error('The product does not run')
    return this.#product.url
  }

  get env(): Record<string, string> {
    return {
      ...{ DATA_DIR: this.dataDir, SESSION_SECRET: sessionSecret, LOG_LEVEL: 'error', TRUST_PROXY: 'loopback' },
      ...(this.databaseUrl === null ? {} : { DATABASE_URL: this.databaseUrl }),
    }
  }

  /** Starts it, with `env` on top; the mail server goes on over all starts. */
  async start(env: Record<string, string> = {}): Promise<void> {
    const smtp = env.SMTP_URL ?? (await this.inbox.start())
    this.#product = await startProduct({ ...this.env, ...env, SMTP_URL: smtp })
  }

  async kill(): Promise<void> {
    const child = this.#product?.process
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  /** Gives the code it ended with. */
  async stop(): Promise<number | null> {
    return (await this.#product?.stop()) ?? null
  }

  /** All that it has written since its last start. */
  get output(): string {
    return this.#product?.output() ?? ''
  }

  /** Rows of a statement, asked of the database beside the running product. */
  async ask<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const url = this.databaseUrl ?? (await findHolder(this.dataDir))?.url
    const client = new pg.Client({ connectionString: url ?? undefined })
    // The product may be killed under it.
    client.on('error', () => undefined)
    await client.connect()
    try {
      return (await client.query<Row>(text, values)).rows
    } finally {
      await client.end()
    }
  }

  async remove(): Promise<void> {
    await this.kill()
    await this.inbox.stop()
    if (this.databaseUrl !== null && this.cluster !== null) {
      const name = new URL(this.databaseUrl).pathname.slice(1)
      await runOnServer(this.cluster.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).catch(() => undefined)
    }
    await rm(join(this.dataDir, '..'), { recursive: true, force: true })
  }
}
