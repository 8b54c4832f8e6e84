import type { PendingOrder } from './model'
import { PendingOrderSchema } from './schema'
import { readSigned, signText } from './signed-text.server'

/** The order as the signed text of a link: nothing is stored of an address that nobody has proven. */
export function packOrder(order: PendingOrder): string {
  return signText('confirm', Buffer.from(JSON.stringify(order)).toString('base64url'))
}

/** The order of a link; null for a link that is not ours. Whether it is over is for the caller to judge. */
export function unpackOrder(token: string): PendingOrder | null {
  const text = readSigned('confirm', token)
  if (text === null) return null
  const order = PendingOrderSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  return order.success ? order.data : null
}
