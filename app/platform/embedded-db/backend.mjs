import { frame, queryFrame } from './frames.mjs'

const ROLLBACK = Buffer.concat([frame('S'), queryFrame('ROLLBACK')])
const RESET = queryFrame('RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL')

/**
 * The single backend of the embedded database, handed from connection to connection.
 * A connection owns it from its first batch until the backend says "idle, not in a transaction"; others wait in order.
 * Without this, messages of two connections interleave and acknowledged writes are lost (electric-sql/pglite#1046).
 *
 * `db` is a PGlite; `onFatal(error)` is called once when the backend died and nothing more can be asked of it.
 */
export function createBackend(db, onFatal) {
  let owner = null
  let idleSince = 0
  let isDead = false
  const waiting = []

  async function execute(bytes, onData) {
    if (isDead) throw new Error('the backend is gone')
    try {
      await db.execProtocolRawStream(bytes, { onRawData: onData })
    } catch (error) {
      isDead = true
      onFatal(error)
      throw error
    }
  }

  async function acquire(connection) {
    if (owner === connection) return
    if (owner === null) owner = connection
    else await new Promise((resume) => waiting.push({ connection, resume }))
  }

  async function release(connection) {
    if (connection.hasChangedSettings) {
      connection.hasChangedSettings = false
      await execute(RESET, () => {})
    }
    const next = waiting.shift()
    owner = next?.connection ?? null
    next?.resume()
  }

  async function abandon(connection) {
    connection.status = 'running'
    await execute(ROLLBACK, () => {})
    connection.status = 'I'
    await release(connection)
  }

  /** Runs one batch (ends in Query, Sync or Flush) for a connection and gives the backend on when it is idle. */
  async function run(connection, batch) {
    await acquire(connection)
    if (connection.isGone) return connection.status === 'I' ? release(connection) : abandon(connection)
    connection.status = 'running'
    let tail = Buffer.alloc(0)
    connection.hasChangedSettings ||= batch.changesSettings
    await execute(batch.bytes, (data) => {
      const copy = Buffer.from(data)
      tail = Buffer.concat([tail, copy.subarray(-6)]).subarray(-6)
      connection.send(copy)
    })
    connection.status =
      batch.endsInReady && tail.length === 6 && tail[0] === 0x5a ? String.fromCharCode(tail[5]) : 'open'
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
      if (owner === connection && ['T', 'E', 'open'].includes(connection.status)) await abandon(connection)
    },
    /** The connection that has kept others waiting inside a transaction for longer than `limit` ms, or null. */
    findBlocker(limit) {
      const isIdle = owner !== null && ['T', 'E', 'open'].includes(owner.status)
      return isIdle && waiting.length > 0 && performance.now() - idleSince > limit ? owner : null
    },
  }
}
