import { loadRooms } from './i18n.client'

// A route that imports this file is loaded when the words are there, at hydration and at navigation.
await loadRooms([
  'accounts',
  'admin',
  'akimat',
  'briefs',
  'compare',
  'dossier',
  'editor',
  'eligibility',
  'freshness',
  'imports',
  'inquiries',
  'insight',
  'matching',
  'papers',
  'passport',
  'questions',
  'review',
  'routing',
  'rulesets',
  'spk',
  'towns',
])
