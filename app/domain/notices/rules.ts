import { addDays, localDateOf, startOfDay } from '#app/domain/kernel/local-date'
import type { WorkingCalendar } from '#app/domain/kernel/working-calendar'

/** After this many tries, about three days of them, the message waits for an admin. */
export const maxAttempts = 300

const firstPauseMs = 30_000
const longestPauseMs = 15 * 60_000

/**
 * Milliseconds until the next try after `attempts` that failed: 30 s, doubled each time up to a quarter of an hour, and
 * by `chance` (0 … 1) up to a fifth shorter or longer, so that what failed together does not come again together.
 */
export function pauseMs(attempts: number, chance: number): number {
  const pause = Math.min(firstPauseMs * 2 ** Math.min(Math.max(attempts - 1, 0), 20), longestPauseMs)
  return Math.round(pause * (0.8 + 0.4 * chance))
}

/**
 * A claim older than this is one of a process that died: longer than one sending may take, and shorter than the
 * 15 minutes after which the queue gives the job of a dead process to another one.
 */
export const claimMs = 10 * 60_000

/** Events about one thing within this time after a letter about it become one letter. */
export const bundleMs = 15 * 60_000

/** More days off in a row than any calendar has. */
const longestRest = 60
/** Minutes from midnight at which digests go out. */
const digestMinute = 9 * 60

/** The last moment up to `now` at which a daily digest goes out: nine o'clock of a working day in Kazakhstan. */
export function digestMoment(now: Date, calendar: WorkingCalendar): Date {
  let day = localDateOf(now)
  if (startOfDay(day, digestMinute) > now) day = addDays(day, -1)
  for (let tried = 0; !calendar.isWorkingDay(day) && tried < longestRest; tried += 1) day = addDays(day, -1)
  return startOfDay(day, digestMinute)
}

/**
 * One line for a header or a sentence: control characters and line breaks become spaces, at most `max` characters.
 * What is given is never trusted to end where it should.
 */
export function oneLine(text: string, max = 200): string {
  const line = text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
  const letters = [...line]
  return letters.length <= max ? line : `${letters.slice(0, max - 1).join('')}…`
}

/**
 * An address that may stand in an envelope: one mailbox without a name, a list or a line break. Null when it is not.
 * The form of a real address is checked where a person types it.
 */
export function envelopeAddress(text: string): string | null {
  const address = text.trim()
  return /^[^\s\p{Cc},;:<>()[\]\\"@]+@[^\s\p{Cc},;:<>()[\]\\"@]+$/u.test(address) && address.length <= 254
    ? address
    : null
}

/**
 * A delivered letter as it is kept: the keys in its links are gone, since with them anybody who reads the outbox could
 * act as the person it was sent to.
 */
export function hideSecrets(text: string): string {
  return text.replace(/([?&](?:amp;)?(?:key|token)=)[\w.~%-]+/g, '$1…').replace(/(\/invitations\/)[\w-]+/g, '$1…')
}

/**
 * The address that a letter itself offers to end such letters; it goes into the header too, so that a mail program can
 * show a button. Undefined for letters that cannot be ended.
 */
export function readUnsubscribe(html: string): string | undefined {
  const address = /<a rel="unsubscribe" href="(https?:\/\/[^"\s<>]+)"/.exec(html)?.[1]
  return address?.replaceAll('&amp;', '&')
}

/** Text between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
