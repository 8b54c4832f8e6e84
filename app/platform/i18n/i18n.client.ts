import type { Words } from '#app/locales/words'
import { createBrowserI18n, type BrowserI18n } from './browser-i18n'
import { defaultLanguage, languageOf, type Language } from './language'

const loaders: Record<Language, () => Promise<{ words: object }>> = {
  kk: () => import('#app/locales/kk'),
  ru: () => import('#app/locales/ru'),
  en: () => import('#app/locales/en'),
}

/** Rooms whose words no page for everybody shows; the pages that do ask for them (`desk-words.client.ts`). */
const laterRooms = import.meta.glob<Partial<Words>>(
  '../../locales/*/{about,accounts,admin,akimat,alerts,bell,briefs,calendar,casework,compare,consents,dossier,editor,eligibility,erasure,freshness,imports,inquiries,insight,investor,jobs,ledger,matching,papers,passport,privacy,questions,responsibility,review,routing,rulesets,spk,templates,terms,towns,visits,webhooks}.json',
  { import: 'default' },
)

type LaterRoom =
  | 'about'
  | 'accounts'
  | 'admin'
  | 'akimat'
  | 'alerts'
  | 'bell'
  | 'briefs'
  | 'calendar'
  | 'casework'
  | 'compare'
  | 'consents'
  | 'dossier'
  | 'editor'
  | 'eligibility'
  | 'erasure'
  | 'freshness'
  | 'imports'
  | 'inquiries'
  | 'insight'
  | 'jobs'
  | 'ledger'
  | 'investor'
  | 'matching'
  | 'papers'
  | 'passport'
  | 'privacy'
  | 'questions'
  | 'responsibility'
  | 'review'
  | 'routing'
  | 'rulesets'
  | 'spk'
  | 'towns'
  | 'templates'
  | 'terms'
  | 'webhooks'
  | 'visits'

/** The document stays in one language: the switch loads a new one. */
const language = languageOf(window.location.pathname) ?? defaultLanguage
let browserI18n: Promise<BrowserI18n> | undefined

/** Loads the words of the page's language only; resolves before hydration may start. */
export function initClientI18n(): Promise<BrowserI18n> {
  browserI18n ??= loaders[language]().then(({ words }) => createBrowserI18n(language, words))
  return browserI18n
}

/** Adds the words of rooms in the language of the document; to be awaited before a page that shows them is rendered. */
export async function loadRooms(rooms: readonly LaterRoom[]): Promise<void> {
  const [{ addWords }, ...loaded] = await Promise.all([
    initClientI18n(),
    ...rooms.map((room) => laterRooms[`../../locales/${language}/${room}.json`]?.()),
  ])
  for (const words of loaded) addWords(words ?? {})
}
