import { loadRooms } from './i18n.client'

// For the pages of somebody who inquires; see desk-words.client.ts.
await loadRooms(['consents', 'erasure', 'inquiries', 'investor', 'passport', 'routing', 'visits'])
