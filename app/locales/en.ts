import type { Words } from './words'

/** Without the words of mails and of the server's own pages: no page shows them. */
const rooms = import.meta.glob<Partial<Words>>(['./en/*.json', '!./en/notices.json', '!./en/server.json'], {
  eager: true,
  import: 'default',
})

export const words = Object.assign({}, ...Object.values(rooms)) as Omit<Words, 'notices' | 'server'>
