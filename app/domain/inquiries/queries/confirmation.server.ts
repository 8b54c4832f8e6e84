import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { hashCaseKey } from '../case-key.server'
import { readClockContext } from '../clock-context.server'
import { foresee } from '../clock/rules'
import type { ConfirmationView, Foresight } from '../foresight'
import { recipientOf, secondsToResend } from '../letter-bound.server'
import { foreseeParts } from './foreseen-parts.server'
import { readSnapshot } from './sent-brief.server'
import { readSiteBriefs } from './site-brief.server'

/** What the link of a confirmation letter leads to: the inquiry to confirm, or the number it has by now. */
export async function readConfirmation(
  actor: Actor,
  token: string,
  now = new Date(),
): Promise<ConfirmationView | { state: 'confirmed'; number: string }> {
  const row = await database().inquiry.findUnique({
    where: { secretHash: hashCaseKey(token) },
    include: { sites: { include: { site: { select: { number: true } } }, orderBy: { site: { number: 'asc' } } } },
  })
  if (row === null) throw notFound()
  if (row.number !== null) return { state: 'confirmed', number: row.number }
  const sites = await readSiteBriefs(
    actor,
    row.sites.map(({ site }) => site.number),
    now,
  )
  const { name, email, title, text } = row
  return {
    state: row.confirmExpiresAt <= now ? 'expired' : 'open',
    reference: row.submissionKey,
    ...{ name, email, title, text, sites },
    parts: await foreseeParts(actor, sites, now),
    brief: readSnapshot(row.briefCriteria),
    expiresAt: row.confirmExpiresAt.toISOString(),
  }
}

/** What the page after sending says; null for a reference that is none. `isSent`: a link that works was sent. */
export async function readSubmission(
  actor: Actor,
  reference: string,
  now = new Date(),
): Promise<{ email: string; isSent: boolean; isConfirmed: boolean; resendSeconds: number } | null> {
  const row = await database().inquiry.findUnique({ where: { submissionKey: reference } })
  if (row === null) return null
  const recipient = await recipientOf(actor, row.email, row.clientAddress ?? '')
  return {
    email: row.email,
    isSent: row.confirmedAt !== null || row.confirmExpiresAt > now,
    isConfirmed: row.confirmedAt !== null,
    resendSeconds: await secondsToResend(database(), row, recipient, now),
  }
}

/** Dates that an inquiry confirmed at `now` would have. */
export async function readForesight(_actor: Actor, now = new Date()): Promise<Foresight> {
  return foresee(now, await readClockContext())
}
