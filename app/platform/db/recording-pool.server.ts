import { requestContext, type RequestContext } from '#app/platform/http/request-context.server'
import pg from 'pg'

type Statement = { text: string; values?: unknown[] }

const writes = /^\s*(?:INSERT|UPDATE|DELETE|WITH)\b/i

/**
 * Connections that tell the database who writes, so that its triggers can record it: every transaction begins with the
 * setting `alan.context` of the request or job it belongs to, and a write outside a transaction gets one of its own. The
 * setting ends with the transaction, so a pooler between may give the connection to anybody. For a context that may only read,
 * every transaction and every lone statement is READ ONLY.
 */
export class RecordingPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super({ ...config, Client: RecordingClient })
    // Of the many forms of pg this is the one that Prisma uses.
    this.query = ((statement: Statement) => this.#ask(statement)) as pg.Pool['query']
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
    const ask = this.query.bind(this) as (...args: unknown[]) => Promise<pg.QueryResult>
    this.query = ((statement: unknown, ...rest: unknown[]) =>
      ask(
        isBegin(statement)
          ? { ...statement, text: `BEGIN${isReadOnly() ? ' READ ONLY' : ''}; ${setContext()}` }
          : statement,
        ...rest,
      )) as pg.Client['query']
  }
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
