import { loadRooms } from './i18n.client'

// For the page about personal data; see desk-words.client.ts.
await loadRooms(['consents', 'erasure', 'privacy'])
