export { measure } from './load/measure.ts'

/** Started by start.mjs, which builds what is not built. */
export const needsBuild = false
