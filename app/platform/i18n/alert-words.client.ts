import { loadRooms } from './i18n.client'

// For favourites, saved searches and the letters about them; see desk-words.client.ts.
await loadRooms(['alerts', 'consents'])
