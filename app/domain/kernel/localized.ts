/** A text that exists in the three languages of the product; an empty string means "not written yet". */
export type Localized = { kk: string; ru: string; en: string }

export type Language = keyof Localized

/** Languages in the order in which another one stands in when a text is missing. */
const standIns: Record<Language, readonly Language[]> = {
  kk: ['kk', 'ru', 'en'],
  ru: ['ru', 'kk', 'en'],
  en: ['en', 'ru', 'kk'],
}

/** The text in `language`, or in the nearest language that has one; says which language it is in. */
export function chooseText(text: Localized, language: Language): { text: string; language: Language } {
  const found = standIns[language].find((candidate) => text[candidate].trim() !== '')
  return { text: found ? text[found] : '', language: found ?? language }
}
