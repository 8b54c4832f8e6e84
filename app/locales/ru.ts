import type { Words } from './words'

/** Without the words of mails and of the server's own pages: no page shows them. */
const rooms = import.meta.glob<Partial<Words>>(['./ru/*.json', '!./ru/notices.json', '!./ru/server.json'], {
  eager: true,
  import: 'default',
})

export const words = Object.assign({}, ...Object.values(rooms)) as Omit<Words, 'notices' | 'server'>
