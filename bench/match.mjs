export { measure } from './match/measure.ts'

/** The rules are measured by themselves; there need be no build of the whole. */
export const needsBuild = false
