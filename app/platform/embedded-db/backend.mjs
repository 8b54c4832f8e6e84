import { frame, queryFrame } from './frames.mjs'
import { createTurns } from './turns.mjs'

const ROLLBACK = Buffer.concat([frame('S'), queryFrame('ROLLBACK')])
const RESET = queryFrame('RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL')
const READY_LENGTH = 6

/**
 * The single backend of the embedded database, handed from connection to connection.
 * A connection owns it from its first batch until the backend says "idle, not in a transaction"; others wait in order.
 * Without this, messages of two connections interleave and acknowledged writes are lost (electric-sql/pglite#1046).
 *
 * `db` is a PGlite; `onFatal(error)` is called once when the backend died and nothing more can be asked of it.
 */
export function createBackend(db, onFatal) {
  const turns = createTurns()
  const execute = createExecute(db, onFatal)
  let idleSince = 0

  async function release(connection) {
    if (connection.hasChangedSettings) {
      connection.hasChangedSettings = false
      await execute(RESET, () => {})
    }
    turns.pass()
  }

  async function abandon(connection) {
    connection.status = 'running'
    await execute(ROLLBACK, () => {})
    connection.status = 'I'
    await release(connection)
  }

  /** Runs one batch (ends in Query, Sync or Flush) for a connection and gives the backend on when it is idle. */
  async function run(connection, batch) {
    await turns.take(connection)
    if (connection.isGone) return connection.status === 'I' ? release(connection) : abandon(connection)
    connection.status = 'running'
    connection.hasChangedSettings ||= batch.changesSettings
    const tail = await sendThrough(execute, connection, batch.bytes)
    connection.status = batch.endsInReady ? readStatus(tail) : 'open'
    idleSince = performance.now()
    if (connection.status === 'I') return release(connection)
    if (connection.isGone) return abandon(connection)
  }

  return {
    run,
    execute,
    /** To be called when the socket of a connection has closed: an open transaction of it is rolled back. */
    async leave(connection) {
      connection.isGone = true
      if (turns.holder() === connection && isIdleInTransaction(connection)) await abandon(connection)
    },
    /** The connection that has kept others waiting inside a transaction for longer than `limit` ms, or null. */
    findBlocker(limit) {
      const holder = turns.holder()
      if (holder === null || !isIdleInTransaction(holder) || !turns.hasWaiting()) return null
      return performance.now() - idleSince > limit ? holder : null
    },
  }
}

function createExecute(db, onFatal) {
  let isDead = false
  return async (bytes, onRawData) => {
    if (isDead) throw new Error('the backend is gone')
    try {
      await db.execProtocolRawStream(bytes, { onRawData })
    } catch (error) {
      isDead = true
      onFatal(error)
      throw error
    }
  }
}

/** Gives the last bytes of the answer, where a ReadyForQuery stands if there is one. */
async function sendThrough(execute, connection, bytes) {
  let tail = Buffer.alloc(0)
  await execute(bytes, (data) => {
    // `data` is a view of the backend's memory, which changes with the next message.
    const copy = Buffer.from(data)
    tail = Buffer.concat([tail, copy.subarray(-READY_LENGTH)]).subarray(-READY_LENGTH)
    connection.send(copy)
  })
  return tail
}

function readStatus(tail) {
  const isReady = tail.length === READY_LENGTH && tail[0] === 0x5a && tail.readInt32BE(1) === 5
  return isReady ? String.fromCharCode(tail[5]) : 'open'
}

function isIdleInTransaction(connection) {
  return connection.status === 'T' || connection.status === 'E' || connection.status === 'open'
}
