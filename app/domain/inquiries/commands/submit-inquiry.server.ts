import { consentVersion } from '#app/domain/accounts/consents'
import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import type { Brief } from '#app/domain/matching/model'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { canInquire } from '#app/domain/sites/passport-rules'
import { readNamedSites, type NamedSite } from '#app/domain/sites/queries/site-names.server'
import { inTransaction, isUniqueConflict, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { Inquiry } from '#app/platform/db/generated/client'
import { pathIn, type Language } from '#app/platform/i18n/language'
import { createHash } from 'node:crypto'
import { blurClient, hashCaseKey, makeCaseKey } from '../case-key.server'
import { duplicateDays } from '../duplicates'
import { findDuplicate } from '../find-duplicate.server'
import { recipientOf, secondsToResend, takeLetter, type Recipient } from '../letter-bound.server'
import { confirmationEnd, confirmHours, hourlyLimits } from '../rules'
import type { SubmitInput } from '../schema'
import { languageOf } from './event-log.server'
import { nameSite } from './notices.server'

const hourMs = 3_600_000

/** Where the form comes from; `address` is set by the server, never taken from the form. */
export type Sender = { locale: Language; address: string }

/** `reference` names the inquiry on the page after sending; only who sent the form knows it. */
type Submitted = Verdict<{ reference: string }, 'site_unavailable' | 'too_many' | 'repeats'>

/**
 * Takes an inquiry in and sends the letter whose link confirms it; nothing reaches a body before that. The same form
 * sent twice is one inquiry and one letter; a form changed after sending is a new one. `brief` goes along as it is now.
 * Says `site_unavailable` with the number of a site that takes no inquiries, `repeats` for one that repeats a registered
 * inquiry of the same person unless it is sent `again`, `too_many` above the limits of an hour for the place it is sent
 * from, or for the person whose own address it has. Letters to one address are bounded apart, whoever asks for them: above
 * that the inquiry is stored with a link that has ended already, and `resendConfirmation` sends it when the hour is over.
 */
export async function submitInquiry(
  actor: Actor,
  input: SubmitInput,
  sender: Sender,
  now = new Date(),
  brief: Brief | null = null,
): Promise<Submitted> {
  const known = new Map((await readNamedSites(actor, input.site)).map((site) => [site.number, site]))
  const sites: NamedSite[] = []
  for (const number of input.site) {
    const site = known.get(number)
    if (site === undefined || !canInquire(site.status)) return no('site_unavailable', { number })
    sites.push(site)
  }
  const reference = makeReference(input, brief)
  const recipient = await recipientOf(actor, input.email, blurClient(sender.address))
  const order = { input, locale: sender.locale, recipient, sites, reference, now, brief }
  try {
    return await inTransaction(database(), (tx) => store(tx, order))
  } catch (error) {
    if (isUniqueConflict(error)) return yes({ reference })
    throw error
  }
}

type Order = {
  input: SubmitInput
  locale: Language
  recipient: Recipient
  sites: NamedSite[]
  reference: string
  now: Date
  brief: Brief | null
}

async function store(tx: Tx, { input, locale, recipient, sites, reference, now, brief }: Order): Promise<Submitted> {
  await waitTurn(tx, input.email)
  const earlier = await readEarlier(tx, reference, recipient, now)
  if (earlier.isKnown) return yes({ reference })
  if (earlier.isTooMany) return no('too_many')
  const asked = { ...input, siteIds: sites.map(({ id }) => id) }
  if (!input.again && earlier.mayRepeat && (await findDuplicate(tx, asked, now)) !== null) return no('repeats')
  const isSent = await takeLetter(tx, recipient, now)
  const inquiry = await tx.inquiry.create({
    data: {
      submissionKey: reference,
      name: input.name,
      email: input.email,
      organizationName: input.organization,
      bin: input.bin,
      phone: input.phone,
      country: input.country,
      locale,
      sectorKey: input.sector,
      title: input.title,
      text: input.text,
      briefCriteria: brief ?? undefined,
      consentText: consentVersion,
      consentedAt: now,
      submittedAt: now,
      secretHash: hashCaseKey(makeCaseKey(reference)),
      confirmExpiresAt: isSent ? confirmationEnd(now) : now,
      clientAddress: recipient.place,
      isDemo: sites.some((site) => site.isDemo),
    },
  })
  await tx.inquirySite.createMany({ data: sites.map(({ id }) => ({ inquiryId: inquiry.id, siteId: id })) })
  if (isSent) await sendConfirmation(tx, inquiry, sites)
  return yes({ reference })
}

/**
 * Sends the confirmation letter of a stored inquiry again, with a link that works for another 48 hours. Says `too_soon`
 * with the seconds to wait, `confirmed` when there is nothing to confirm any more, `unknown` for another reference.
 */
export async function resendConfirmation(
  actor: Actor,
  reference: string,
  now = new Date(),
): Promise<Verdict<{ email: string }, 'too_soon' | 'confirmed' | 'unknown'>> {
  const found = await database().inquiry.findUnique({
    where: { submissionKey: reference },
    include: { sites: { include: { site: { select: { number: true } } } } },
  })
  if (found === null) return no('unknown')
  const { id, email } = found
  const recipient = await recipientOf(actor, email, found.clientAddress ?? '')
  const sites = await readNamedSites(
    actor,
    found.sites.map(({ site }) => site.number),
  )
  return inTransaction(database(), async (tx) => {
    await waitTurn(tx, email)
    const inquiry = await tx.inquiry.findUniqueOrThrow({ where: { id } })
    if (inquiry.confirmedAt !== null) return no('confirmed')
    const seconds = await secondsToResend(tx, inquiry, recipient, now)
    if (seconds > 0) return no('too_soon', { seconds })
    const changed = { confirmExpiresAt: confirmationEnd(now), secretHash: hashCaseKey(makeCaseKey(reference)) }
    const { count } = await tx.inquiry.updateMany({ where: { id, confirmedAt: null }, data: changed })
    if (count === 0) return no('confirmed')
    await takeLetter(tx, recipient, now)
    await sendConfirmation(tx, { ...inquiry, ...changed }, sites)
    return yes({ email })
  })
}

/** One at a time per address, so that forms and letters asked for at once are counted as well. */
async function waitTurn(tx: Tx, email: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`inquiry/${email}`}, 0))::text`
}

async function sendConfirmation(tx: Tx, inquiry: Inquiry, sites: readonly NamedSite[]): Promise<void> {
  const locale = languageOf(inquiry)
  const query = new URLSearchParams({ token: makeCaseKey(inquiry.submissionKey) })
  await queueNotice(tx, {
    template: 'inquiry_confirm',
    locale,
    to: inquiry.email,
    dedupeKey: `inquiry_confirm:${inquiry.id}:${inquiry.confirmExpiresAt.getTime() - confirmHours * hourMs}`,
    about: `inquiry:${inquiry.id}`,
    data: {
      sites: sites.map(({ number, name }) => nameSite(number, name)),
      link: `${pathIn(locale, '/inquiries/confirm')}?${query}`,
      expiresAt: inquiry.confirmExpiresAt.toISOString(),
    },
  })
}

/**
 * What the sender and the place sent before, in one look: whether this very form is known, whether an hour's limit is
 * reached, and whether anything registered could be repeated.
 */
async function readEarlier(tx: Tx, reference: string, { email, place }: Recipient, now: Date) {
  const hourAgo = new Date(now.getTime() - hourMs)
  const repeatable = new Date(now.getTime() - duplicateDays * 24 * hourMs)
  const rows = await tx.inquiry.findMany({
    where: {
      OR: [
        { submissionKey: reference },
        { email, number: { not: null }, submittedAt: { gt: repeatable } },
        { clientAddress: place, submittedAt: { gt: hourAgo } },
      ],
    },
    select: { submissionKey: true, email: true, clientAddress: true, submittedAt: true, number: true },
  })
  const lately = rows.filter((row) => row.clientAddress === place && row.submittedAt > hourAgo)
  return {
    isKnown: rows.some(({ submissionKey }) => submissionKey === reference),
    isTooMany:
      lately.length >= hourlyLimits.client || lately.filter((row) => row.email === email).length >= hourlyLimits.email,
    mayRepeat: rows.some((row) => row.email === email && row.number !== null && row.submittedAt > repeatable),
  }
}

/** The form's key with its content: a form that was changed after "back" is another inquiry, a repeat is the same. */
function makeReference({ form, again: _again, ...content }: SubmitInput, brief: Brief | null): string {
  return createHash('sha256')
    .update(JSON.stringify([form, Object.entries(content).sort(), brief]))
    .digest('base64url')
}
