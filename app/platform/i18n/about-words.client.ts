import { loadRooms } from './i18n.client'

// For the page about the product; see desk-words.client.ts.
await loadRooms(['about'])
