import { isSignatureOf, signatureOf } from '#app/platform/secrets/signature.server'

/** Nobody reads and fills in the form faster than this. */
const leastMs = 2000

/** The moment at which a form was opened, with a signature: the form carries it and cannot make it up. */
export function sealOpening(now = new Date()): string {
  const moment = String(now.getTime())
  return `${moment}.${signatureOf(`form/${moment}`)}`
}

/** Whether the form was sent as no person sends it: without the moment of its opening, or at once. */
export function isSentByMachine(seal: string | undefined, now = new Date()): boolean {
  const [moment = '', signature = ''] = (seal ?? '').split('.')
  if (!isSignatureOf(`form/${moment}`, signature)) return true
  return now.getTime() - Number(moment) < leastMs
}
