import { simpleParser, type ParsedMail } from 'mailparser'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string[]; mail: ParsedMail }

/** A mail server on a free port of the loopback that keeps what it takes. */
export class SmtpInbox {
  readonly received: Received[] = []
  /** Answers the next deliveries with these codes (451: later, 550: never) instead of taking them. */
  readonly refusals: number[] = []
  #server: SMTPServer | null = null

  async start(): Promise<string> {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
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
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => (this.#server === null ? resolve() : this.#server.close(() => resolve())))
  }
}
