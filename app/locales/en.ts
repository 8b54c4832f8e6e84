import type { Words } from './words'

const rooms = import.meta.glob<Partial<Words>>('./en/*.json', { eager: true, import: 'default' })

export const words: Words = Object.assign({}, ...Object.values(rooms))
