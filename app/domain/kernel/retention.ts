/**
 * How many days what is known of people is kept after it has ended; null: until the person has it erased, or, of the trail,
 * as long as the platform exists. Our own terms, no source. The page on personal data shows them in this order, and the daily
 * job `forget` carries them out.
 */
export const keptDays = {
  account: null,
  /** From the sign-in on: then it ends by itself. */
  sessions: 7,
  /** From the sign-in on, in the audit trail. */
  sign_ins: 365,
  /** As a code that tells a network again and cannot be read. */
  networks: 90,
  sign_ups: 30,
  resets: 30,
  invitations: 90,
  unconfirmed: 30,
  cases: 1826,
  letters: 90,
  held_letters: 180,
  notices: 365,
  briefs: 30,
  subscriptions: null,
  unsubscribed: 365,
  trail: null,
} as const satisfies Record<string, number | null>

export type Kept = keyof typeof keptDays

/** The moment before which what ended is not kept any more. */
export function keptSince(
  kept: { [Key in Kept]: (typeof keptDays)[Key] extends null ? never : Key }[Kept],
  now: Date,
): Date {
  return new Date(now.getTime() - keptDays[kept] * 24 * 60 * 60 * 1000)
}
