import { simpleParser, type ParsedMail } from 'mailparser'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string[]; mail: ParsedMail }

/** A mail server on a free port of the loopback that keeps what it takes. */
export class SmtpInbox {
  readonly received: Received[] = []
  /** Answers the next deliveries with these codes (451: later, 550: never) instead of taking them. */
  readonly refusals: number[] = []
  /** Addresses that it knows nobody at, and says so by name. */
  readonly unknown = new Set<string>()
  #server: SMTPServer | null = null

  /** Its address; started when it does not run yet. */
  async start(): Promise<string> {
    if (this.#server !== null) return this.#address()
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onRcptTo: ({ address }, _session, done) =>
        done(
          this.unknown.has(address) ? Object.assign(new Error(`<${address}> unknown`), { responseCode: 550 }) : null,
        ),
      onData: (stream, session, done) => {
        const refusal = this.refusals.shift()
        void simpleParser(stream).then((mail) => {
          if (refusal !== undefined) return done(Object.assign(new Error('not now'), { responseCode: refusal }))
          this.received.push({ to: session.envelope.rcptTo.map((recipient) => recipient.address), mail })
          done()
        }, done)
      },
    })
    const server = this.#server
    // A client that is killed breaks its connection.
    server.on('error', () => undefined)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return this.#address()
  }

  #address(): string {
    return `smtp://127.0.0.1:${(this.#server?.server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    await new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve())))
  }
}
