import { DatabaseAwayError, explainDriverError } from '#app/platform/outage/database-away'
import type { DatabaseWatch } from './database-watch.server'
import { requestContext, type RequestContext } from '#app/platform/http/request-context.server'
import pg from 'pg'

type Statement = { text: string; values?: unknown[] }

const writes = /^\s*(?:INSERT|UPDATE|DELETE|WITH)\b/i

/**
 * Connections that tell the database who writes, so that its triggers can record it: every transaction begins with the
 * setting `alan.context` of the request or job it belongs to, and a write outside a transaction gets one of its own. The
 * setting ends with the transaction, so a pooler between may give the connection to anybody. For a context that may only read,
 * every transaction and every lone statement is READ ONLY. While `watch` says that the server is away, nobody gets a
 * connection, and those that wait for an answer are cut off (DatabaseAwayError).
 */
export class RecordingPool extends pg.Pool {
  readonly #clients = new Set<pg.PoolClient>()
  readonly #waiting = new Set<() => void>()
  readonly #watch: DatabaseWatch | null

  constructor(config: pg.PoolConfig, watch: DatabaseWatch | null = null) {
    super({ ...config, Client: RecordingClient })
    this.#watch = watch
    // Of the many forms of pg these are the ones that Prisma uses.
    this.query = ((statement: Statement) => this.#ask(statement)) as pg.Pool['query']
    const connect = this.connect.bind(this) as () => Promise<pg.PoolClient>
    this.connect = (() => this.#give(connect)) as pg.Pool['connect']
    this.on('connect', (client) => void this.#clients.add(client))
    this.on('remove', (client) => void this.#clients.delete(client))
    watch?.onAway(() => this.#cut())
  }

  #give(connect: () => Promise<pg.PoolClient>): Promise<pg.PoolClient> {
    if (this.#watch?.isAway) return Promise.reject(away())
    return new Promise((resolve, reject) => {
      let isRefused = false
      const refuse = () => {
        isRefused = true
        reject(away())
      }
      this.#waiting.add(refuse)
      connect()
        .then((client) => (isRefused ? client.release() : resolve(client)))
        .catch((error: unknown) => reject(explainDriverError(error)))
        .finally(() => this.#waiting.delete(refuse))
    })
  }

  #cut(): void {
    for (const refuse of this.#waiting) refuse()
    for (const { connection } of this.#clients) connection.stream.destroy()
  }

  async #ask(statement: Statement): Promise<pg.QueryResult> {
    const client = await this.connect()
    let broken: Error | undefined
    try {
      const isOwnTransaction = writes.test(statement.text) || isReadOnly()
      return await (isOwnTransaction ? askAlone(client, statement) : client.query(statement))
    } catch (error) {
      // As pg does: a connection that failed is not given to anybody else; an error of the database leaves it whole.
      broken = error instanceof pg.DatabaseError ? undefined : (error as Error)
      throw error
    } finally {
      client.release(broken)
    }
  }
}

function away(): DatabaseAwayError {
  return new DatabaseAwayError('The database is away')
}

async function askAlone(client: pg.PoolClient, statement: Statement): Promise<pg.QueryResult> {
  await client.query({ text: 'BEGIN' })
  try {
    const result = await client.query(statement)
    await client.query('COMMIT')
    return result
  } catch (error) {
    if (error instanceof pg.DatabaseError) await client.query('ROLLBACK')
    throw error
  }
}

class RecordingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    // Whoever waits for an answer hears of it; without a listener the process would end.
    this.on('error', () => undefined)
    const ask = this.query.bind(this) as (...args: unknown[]) => Promise<pg.QueryResult> | undefined
    this.query = ((statement: unknown, ...rest: unknown[]) =>
      ask(isBegin(statement) ? { ...statement, text: beginText() } : statement, ...rest)?.catch((error: unknown) => {
        throw explainDriverError(error)
      })) as pg.Client['query']
  }
}

function beginText(): string {
  return `BEGIN${isReadOnly() ? ' READ ONLY' : ''}; ${setContext()}`
}

function isBegin(statement: unknown): statement is Statement {
  return (statement as Partial<Statement> | undefined)?.text === 'BEGIN'
}

function isReadOnly(): boolean {
  return requestContext.getStore()?.isReadOnly === true
}

const outside: RequestContext = { requestId: '', actor: 'system' }

function setContext(): string {
  const { requestId, address, actor = 'visitor', behalf } = requestContext.getStore() ?? outside
  const context = { actor, behalf, address, requestId: requestId === '' ? undefined : requestId }
  return `SET LOCAL alan.context = ${pg.escapeLiteral(JSON.stringify(context))}`
}
