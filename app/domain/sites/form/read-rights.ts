import { ownerships, priceKinds, tenures, type Dossier } from '../model'
import { textLimits } from '../schema'
import type { FieldReader } from './field-reader'

export function readRights(reader: FieldReader, before: Dossier['rights']): Dossier['rights'] {
  const rights = {
    ownership: reader.choice('rights.ownership', before.ownership, ownerships),
    tenures: reader.boxes('rights.tenures', tenures),
    priceKind: reader.optional('rights.priceKind', before.priceKind, priceKinds),
    price: reader.tenge('rights.price', before.price),
    priceNegotiable: reader.box('rights.priceNegotiable'),
    idleSince: reader.month('rights.idleSince', before.idleSince),
    encumbrances: reader.localized('rights.encumbrances', before.encumbrances, textLimits.text, true),
  }
  if (rights.price !== null && rights.priceKind === null) reader.fail('rights.priceKind', 'price_kind_missing')
  return rights
}
