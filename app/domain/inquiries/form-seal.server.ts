import { sessionSecret } from '#app/platform/env/env.server'
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Nobody reads and fills in the form faster than this. */
const leastMs = 2000

/** The moment at which a form was opened, with a signature: the form carries it and cannot make it up. */
export function sealOpening(now = new Date()): string {
  const moment = String(now.getTime())
  return `${moment}.${signatureOf(moment)}`
}

/** Whether the form was sent as no person sends it: without the moment of its opening, or at once. */
export function isSentByMachine(seal: string | undefined, now = new Date()): boolean {
  const [moment = '', signature = ''] = (seal ?? '').split('.')
  const given = Buffer.from(signature)
  const expected = Buffer.from(signatureOf(moment))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return true
  return now.getTime() - Number(moment) < leastMs
}

function signatureOf(moment: string): string {
  return createHmac('sha256', sessionSecret()).update(`form/${moment}`).digest('base64url')
}
