import { env } from '#app/platform/env/env.server'
import { createTransport } from 'nodemailer'

export type Mail = {
  id: string
  to: string
  subject: string
  text: string
  html: string
  language: string
  /** Ids of the mails before it in the same conversation, oldest first. */
  earlier: string[]
  /** Address that ends such letters by one POST without signing in (RFC 8058). */
  unsubscribe?: string
}

/**
 * `isFinal`: the server refused this message for good, so that trying again is pointless. `isUnreachable`: no server
 * answered, or it let nobody in, so that any other message would fare the same.
 */
export type MailVerdict =
  { ok: true; messageId: string } | { ok: false; isFinal: boolean; isUnreachable: boolean; reason: string }

export type Mailer = { send(mail: Mail): Promise<MailVerdict>; close(): void }

const timeLimits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

const kept = globalThis as typeof globalThis & { __alanMailer?: Mailer | null }

/** The mailer of this process by SMTP_URL and MAIL_FROM; null when no SMTP is configured. */
export function mailer(): Mailer | null {
  if (kept.__alanMailer === undefined) {
    const { smtpUrl, mailFrom } = env()
    kept.__alanMailer = smtpUrl === null ? null : createMailer(smtpUrl, mailFrom)
  }
  return kept.__alanMailer
}

/** Makes `mailer` the one of this process: for tests with their own server. */
export function useMailer(mailer: Mailer | null): void {
  kept.__alanMailer = mailer
}

/**
 * Sends through an SMTP server (`smtp://user:password@host:587`). The Message-ID follows from the id of the mail, so
 * that a message which arrives twice after a crash is recognised as one. Never throws: what went wrong is in the verdict.
 */
export function createMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport({ url: smtpUrl, ...timeLimits, disableFileAccess: true, disableUrlAccess: true })
  const domain = /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return {
    async send(mail) {
      const nameId = (id: string) => `<${id}@${domain}>`
      const messageId = nameId(mail.id)
      const earlier = mail.earlier.map(nameId)
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: mail.to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId,
          inReplyTo: earlier.at(-1),
          references: earlier,
          headers: {
            'Content-Language': mail.language,
            'Auto-Submitted': 'auto-generated',
            ...(mail.unsubscribe === undefined ? {} : oneClick(mail.unsubscribe)),
          },
        })
        return { ok: true, messageId }
      } catch (error) {
        return { ok: false, ...explainFailure(error) }
      }
    },
    close: () => transport.close(),
  }
}

/** Prepared, so that nothing folds inside the address. */
function oneClick(address: string) {
  return {
    'List-Unsubscribe': { prepared: true, value: `<${address}>` },
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

/** RFC 5321 4.2.1: 5yz is permanent. A refused sign-in is the operator's mistake, not the message's. */
function explainFailure(error: unknown): { isFinal: boolean; isUnreachable: boolean; reason: string } {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string }
  const isFinal = code !== 'EAUTH' && responseCode !== undefined && responseCode >= 500
  return {
    isFinal,
    isUnreachable: responseCode === undefined || code === 'EAUTH',
    reason: [code, message].filter(Boolean).join(': ').slice(0, 500),
  }
}
