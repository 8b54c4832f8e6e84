import { loadRooms } from './i18n.client'

// For the pages of somebody's notices; see desk-words.client.ts.
await loadRooms(['bell'])
