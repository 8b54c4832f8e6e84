export { measure } from './inbox/measure.ts'

/** The pages are asked of the built product. */
export const needsBuild = true
