import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { useLanguage } from '#app/platform/i18n/use-language'

/** An official text: in the language of the page, or in another one and marked as such when it is not written yet. */
export function LocalText({ text }: { text: Localized }) {
  const { lang } = useLanguage()
  const chosen = chooseText(text, lang)
  return chosen.language === lang ? <>{chosen.text}</> : <span lang={chosen.language}>{chosen.text}</span>
}
