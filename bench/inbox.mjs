export { measure } from './inbox/measure.ts'
