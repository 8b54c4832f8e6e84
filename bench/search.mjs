export { measure } from './search/measure.ts'

/** The catalogue is measured by itself, compiled like the product; there need be no build of the whole. */
export const needsBuild = false
