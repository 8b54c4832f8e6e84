import { loadRooms } from './i18n.client'

// For the passport of a site; see desk-words.client.ts.
await loadRooms(['passport', 'eligibility', 'towns'])
