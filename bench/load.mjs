export { measure } from './load/measure.ts'
