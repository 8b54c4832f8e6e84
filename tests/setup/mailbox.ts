import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface Mail {
  to: string
  subject: string
  text: string
  html: string
  receivedAt: number
}

/** A real SMTP server on the loopback that keeps each letter as a file in `directory`, readable by other processes. */
export async function startMailbox(directory: string): Promise<{ url: string; stop(): Promise<void> }> {
  await mkdir(directory, { recursive: true })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      simpleParser(stream)
        .then(async (parsed) => {
          const mail: Mail = {
            to: session.envelope.rcptTo.map((recipient) => recipient.address).join(','),
            subject: parsed.subject ?? '',
            text: parsed.text ?? '',
            html: parsed.html || '',
            receivedAt: Date.now(),
          }
          const path = join(directory, `${randomUUID()}.json`)
          await writeFile(`${path}.part`, JSON.stringify(mail))
          await rename(`${path}.part`, path)
          done()
        })
        .catch((error: Error) => done(error))
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, stop: () => new Promise((resolve) => server.close(resolve)) }
}

/** The letters to `address` so far, oldest first. */
export async function readMails(directory: string, address: string): Promise<Mail[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.json'))
  const mails = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(directory, name), 'utf8')) as Mail),
  )
  return mails.filter((mail) => mail.to === address).sort((a, b) => a.receivedAt - b.receivedAt)
}
