import type { Actor } from '#app/domain/accounts/model'
import { openInquiry, type CaseAddress } from '../investor-access.server'

/** The inquiry that an address opens to its investor, for the room of personal data; 404 when it opens none. */
export function openOwnCase(actor: Actor, address: CaseAddress) {
  return openInquiry(actor, address)
}
