import type { Env } from '#app/platform/env/parse-env'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** Load balancers keep connections for 60 s; the server must not be the one that closes first. */
const KEEP_ALIVE_MS = 65_000
const READ_REQUEST_MS = 180_000
const READ_HEADERS_MS = 20_000
/** Node looks only every half minute who is late, which would more than double the time for headers. */
const LATE_CHECK_MS = 5_000
/**
 * A client that takes nothing of its answer for so long is gone, or keeps the answer in our memory on purpose. Node notices
 * after one such time or two.
 */
const STALLED_MS = 30_000
/** So many requests may be asked ahead on a connection, whose answers wait for each other; browsers and balancers ask none. */
const MOST_AHEAD = 16

export interface Listening {
  /** Address to open in a browser. */
  address: string
  /**
   * Goes on serving for so long and ends every connection with its next answer, so that who keeps connections open learns
   * in time that this server leaves.
   */
  drain(ms: number): Promise<void>
  /** Accepts nothing new, lets running requests finish within the limit, then cuts what is left. */
  stop(limitMs: number): Promise<void>
}

/** The address cannot be listened on; the message says what the operator can do. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
}

/** Listens on HOST:PORT. Throws ListenError when the port is taken or not allowed. */
export async function listen(env: Pick<Env, 'host' | 'port'>, handler: RequestListener): Promise<Listening> {
  let isLeaving = false
  const unanswered = new WeakMap<Socket, number>()
  const limits = { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: READ_REQUEST_MS, headersTimeout: READ_HEADERS_MS }
  const server = createServer({ ...limits, connectionsCheckingInterval: LATE_CHECK_MS }, (req, res) => {
    const { socket } = req
    const count = (change: number) => {
      const open = (unanswered.get(socket) ?? 0) + change
      unanswered.set(socket, open)
      return open
    }
    if (count(1) > MOST_AHEAD) return void socket.destroy()
    res.once('close', () => count(-1))
    if (isLeaving) res.setHeader('Connection', 'close')
    handler(req, res)
  })
  server.setTimeout(STALLED_MS, (socket: Socket) => {
    // Nothing to take yet: the answer is still being made, or the body still arrives.
    if (!unanswered.get(socket) || socket.writableLength > 0) socket.destroy()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListenFailure(error, env)))
    server.listen(env.port, env.host, resolve)
  })
  return {
    address: addressOf(server),
    drain: async (ms) => {
      isLeaving = true
      await wait(ms)
    },
    stop: (limitMs) => closeServer(server, limitMs),
  }
}

function explainListenFailure(error: NodeJS.ErrnoException, { host, port }: Pick<Env, 'host' | 'port'>): Error {
  if (error.code === 'EADDRINUSE') {
    return new ListenError(`Port ${port} of ${host} is in use by another program. Stop it, or choose another PORT.`)
  }
  if (error.code === 'EACCES') return new ListenError(`PORT=${port} needs more rights than this process has.`)
  if (error.code === 'EADDRNOTAVAIL') return new ListenError(`HOST=${host} is not an address of this machine.`)
  return error
}

function addressOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo
  if (address === '::' || address === '0.0.0.0') return `http://localhost:${port}`
  return family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`
}

async function closeServer(server: Server, limitMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection that was busy at the call becomes idle later; Node would keep it until its keep-alive ends.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), limitMs)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}
