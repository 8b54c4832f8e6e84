import { loadRooms } from './i18n.client'

// For the towns; see desk-words.client.ts.
await loadRooms(['towns', 'freshness'])
