import { openSecret, sealSecret } from '#app/platform/secrets/sealed-secret.server'
import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const period = 30
/** Clocks may differ by this many steps of 30 s. */
const window = 1
const recoveryCodes = 10

const make = (secret: string, label = '') =>
  new TOTP({ issuer: 'Alań', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period })

/**
 * A secret for an authenticator app, a new one unless `secret` is given: as text, as the address of its QR code, and sealed
 * for `owner`, so that the form that confirms it can bring it back.
 */
export function offerTotp(
  owner: { userId: string; email: string },
  secret = new Secret({ size: 20 }).base32,
): { secret: string; uri: string; sealed: string } {
  return { secret, uri: make(secret, owner.email).toString(), sealed: sealSecret(`${owner.userId} ${secret}`) }
}

/** The secret that was offered to this person; null for anything else. */
export function openOffer(userId: string, sealed: string): string | null {
  try {
    const [owner, secret] = openSecret(sealed).split(' ')
    return owner === userId && secret !== undefined ? secret : null
  } catch {
    return null
  }
}

/** The time step whose code this is at `now`; null when it is none, or that step or a later one was used already. */
export function stepOfCode(secret: string, code: string, now: Date, lastStep = 0): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = make(secret).validate({ token, timestamp: now.getTime(), window })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 1000 / period) + delta
  return step > lastStep ? step : null
}

/** Ten codes that each work once, such as `K7QD-2MXA-P4TE-W6HV` (80 bits), and what is stored of them. */
export function makeRecoveryCodes(): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: recoveryCodes }, () => {
    const text = new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32
    return text.replace(/(.{4})(?=.)/g, '$1-')
  })
  return { codes, hashes: codes.map(hashRecoveryCode) }
}

/** What is stored of a recovery code, however it was typed. */
export function hashRecoveryCode(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z2-7]/g, ''))
    .digest('hex')
}
