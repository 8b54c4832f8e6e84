import { Secret, TOTP } from 'otpauth'

/** What an authenticator app shows at `at` for the secret of its page; the next step's code is `steps` = 1 ahead. */
export function codeOf(secret: string, at = Date.now(), steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate({ timestamp: at + steps * 30_000 })
}
