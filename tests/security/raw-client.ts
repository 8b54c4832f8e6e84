import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A connection to the product as no browser makes it: writes what it is told, when it is told, and notes its end. */
export class RawClient {
  /** What the product has answered so far; empty while nothing is read. */
  answer = ''
  /** How long the connection lived; null while it does. */
  livedMs: number | null = null
  readonly #openedAt = performance.now()
  #drip: NodeJS.Timeout | null = null

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => (this.answer += text))
    // Being cut off is what these connections are for.
    socket.on('error', () => undefined)
    socket.once('close', () => {
      this.livedMs = performance.now() - this.#openedAt
      this.#stopDripping()
    })
  }

  static async open(origin: string): Promise<RawClient> {
    const { hostname, port } = new URL(origin)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    return new RawClient(socket)
  }

  static many(origin: string, count: number): Promise<RawClient[]> {
    return Promise.all(Array.from({ length: count }, () => RawClient.open(origin)))
  }

  write(text: string): this {
    this.socket.write(text)
    return this
  }

  /** Sends byte by byte for as long as there is somebody to send to, and begins the text again at its end. */
  drip(text: string, everyMs: number): this {
    let at = 0
    this.#drip = setInterval(() => this.socket.write(text[at++ % text.length] ?? ''), everyMs)
    return this
  }

  /** Takes nothing of what the product answers. */
  readNothing(): this {
    this.socket.pause()
    return this
  }

  /** Resolves when the product has closed the connection. */
  async closed(): Promise<this> {
    // Not `once` of the events: it throws when the end comes as a reset, as it may for who still writes.
    if (this.livedMs === null) await new Promise((resolve) => this.socket.once('close', resolve))
    return this
  }

  /** Breaks off without a word. */
  reset(): void {
    this.#stopDripping()
    this.socket.resetAndDestroy()
  }

  #stopDripping(): void {
    if (this.#drip !== null) clearInterval(this.#drip)
  }
}
