import { timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:net'
import { createBackend } from './backend.mjs'
import { createFrameReader, errorFrame, frame, queryFrame, sqlOf, startupFrame } from './frames.mjs'

const SSL_REQUEST = 80877103
const GSS_REQUEST = 80877104
const ENDS_BATCH = new Set(['Q', 'S', 'H', 'F'])
const PARTS = new Set(['P', 'B', 'D', 'E', 'C', ...ENDS_BATCH])
const COPY_LEFTOVERS = new Set(['d', 'c', 'f'])
const COPY_IN = /\bcopy\b[^;]*\bfrom\s+stdin\b/i
const SESSION_SETTING = /(?:^|;)\s*set\s+(?!local\b|transaction\b|constraints\b)|\bset_config\s*\(/i
// A statement that fails keeps the state of an open transaction right, which an answer of our own would not.
const COPY_REFUSAL = queryFrame(
  `DO $$ BEGIN RAISE EXCEPTION 'COPY FROM STDIN is not supported by the embedded database' USING ERRCODE = '0A000'; END $$`,
)
const NOTHING = { bytes: frame('S'), changesSettings: false, endsInReady: true }

/**
 * Speaks the PostgreSQL protocol for one PGlite and any number of clients.
 * - `password` (text or null): asked for in clear text; null on Unix sockets, where the directory's mode is the guard.
 * - `blockerLimit` (ms): a client that idles in a transaction this long while others wait is disconnected.
 * Returns `{ listen(where), maintain(), close() }`; `listen` takes `{ path }` or `{ host, port }` and gives the address.
 */
export async function createWireServer(db, { password = null, blockerLimit = 60_000, onFatal }) {
  const connections = new Set()
  const backend = createBackend(db, onFatal)
  const greeting = await readGreeting(backend)

  const server = createServer((socket) => {
    const connection = newConnection(socket)
    connections.add(connection)
    socket.setNoDelay(true)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      connections.delete(connection)
      backend.leave(connection).catch(() => {})
    })
    serve(connection, { backend, greeting, password })
  })

  const watch = setInterval(
    () => {
      const blocker = backend.findBlocker(blockerLimit)
      if (blocker) refuse(blocker, '25P03', 'terminating connection due to idle-in-transaction timeout')
    },
    Math.min(5_000, blockerLimit),
  )

  return {
    listen: (where) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(where, () => resolve(server.address()))
      }),
    /** What autovacuum does on a server, which PGlite has not: frees dead rows and keeps the planner's statistics true. */
    maintain: () => backend.run(newConnection(null), { ...NOTHING, bytes: queryFrame('VACUUM (ANALYZE)') }),
    close: async () => {
      clearInterval(watch)
      const closed = new Promise((resolve) => server.close(resolve))
      for (const connection of connections) refuse(connection, '57P01', 'the embedded database is stopping')
      await closed
      await backend.run(newConnection(null), NOTHING)
    },
  }
}

/** What the backend tells a new client (parameters, key, ready); asked once, because it is the same for all. */
async function readGreeting(backend) {
  const parts = []
  await backend.execute(startupFrame({ user: 'postgres', database: 'postgres' }), (data) =>
    parts.push(Buffer.from(data)),
  )
  return Buffer.concat(parts)
}

/** `status`: I idle, T in a transaction, E in a failed one, `running` a batch, `open` in the middle of an exchange. */
function newConnection(socket) {
  const send = (bytes) => {
    if (socket?.writable) socket.write(bytes)
  }
  return { socket, status: 'I', isGone: false, hasChangedSettings: false, send }
}

function refuse(connection, code, message) {
  connection.socket.end(errorFrame('FATAL', code, message))
  connection.socket.destroySoon()
}

function serve(connection, context) {
  const reader = createFrameReader()
  const state = { reader, isReady: false, parts: [], chain: Promise.resolve(), isClosing: false }
  connection.socket.on('data', (chunk) => {
    try {
      for (let message = reader.next(chunk); message && !state.isClosing; message = reader.next()) {
        if (state.isReady) takeMessage(connection, state, context, message)
        else takeStartup(connection, state, context, message)
      }
    } catch (error) {
      state.isClosing = true
      refuse(connection, '08P01', error.message)
    }
  })
}

function takeStartup(connection, state, { greeting, password }, message) {
  if (message.type === 'p') {
    if (!isSame(message.bytes.toString('utf8', 5, message.bytes.length - 1), password))
      throw new RangeError('wrong password')
    state.isReady = true
    return connection.send(greeting)
  }
  if (message.type !== 'startup') throw new RangeError('a password was expected')
  const code = message.bytes.readInt32BE(4)
  if (code === SSL_REQUEST || code === GSS_REQUEST) return connection.send(Buffer.from('N'))
  if (code >>> 16 !== 3) {
    state.isClosing = true
    return connection.socket.destroy()
  }
  state.reader.leaveStartup()
  if (password !== null) return connection.send(frame('R', Buffer.from([0, 0, 0, 3])))
  state.isReady = true
  connection.send(greeting)
}

function isSame(given, expected) {
  const left = Buffer.from(given)
  const right = Buffer.from(expected ?? '')
  return left.length === right.length && timingSafeEqual(left, right)
}

function takeMessage(connection, state, { backend }, message) {
  if (message.type === 'X') {
    state.isClosing = true
    state.chain = state.chain.then(() => connection.socket.end())
    return
  }
  if (COPY_LEFTOVERS.has(message.type)) return
  // PGlite loops for ever on a type it does not know, so it never gets to see one.
  if (!PARTS.has(message.type)) throw new RangeError(`unknown message type ${JSON.stringify(message.type)}`)
  state.parts.push(message)
  if (!ENDS_BATCH.has(message.type)) return
  const batch = makeBatch(state.parts)
  state.parts = []
  state.chain = state.chain.then(() => backend.run(connection, batch)).catch(() => connection.socket.destroy())
}

function makeBatch(parts) {
  const texts = parts.map(sqlOf)
  const last = parts[parts.length - 1].type
  // PGlite ends its process when COPY asks the client for data, which would take every connection down.
  if (texts.some((text) => COPY_IN.test(text))) return { ...NOTHING, bytes: COPY_REFUSAL }
  return {
    bytes: Buffer.concat(parts.map((part) => part.bytes)),
    changesSettings: texts.some((text) => SESSION_SETTING.test(text)),
    endsInReady: last !== 'H',
  }
}
