import 'i18next'
import type { Words } from '#app/locales/words'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    nsSeparator: false
    resources: { translation: Words }
    returnNull: false
  }
}
