import { loadRooms } from './i18n.client'

// For the pages of a brief and its answer; see desk-words.client.ts.
await loadRooms(['briefs', 'compare', 'matching'])
