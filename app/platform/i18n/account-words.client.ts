import { loadRooms } from './i18n.client'

// For signing in and one's own account; see desk-words.client.ts.
await loadRooms(['accounts', 'consents', 'erasure'])
