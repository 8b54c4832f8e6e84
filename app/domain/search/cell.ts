import { isNetworkThere } from '#app/domain/sites/rules'
import type { UtilityCell } from './model'

/** Free capacity to show of a utility; null when it is not known, and where the answer is that there is no network. */
export function freeToDraw(cell: UtilityCell): number | null {
  return isNetworkThere(cell) ? cell.free : null
}
