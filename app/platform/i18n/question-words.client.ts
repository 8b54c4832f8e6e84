import { loadRooms } from './i18n.client'

// For the questions to an akimat on a passport; see desk-words.client.ts. An address is asked for in the words of alerts.
await loadRooms(['alerts', 'consents', 'questions'])
