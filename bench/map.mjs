import { findBrowser } from '../tools/find-browser.mjs'
import { measureMaps } from './map/measure.ts'

/** The map of the built product beside one that clusters a file of points itself: see `measureMaps`. */
export async function measure(args) {
  return measureMaps(args, await findBrowser())
}
