import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { useLanguage } from '#app/platform/i18n/use-language'

/** A name in the language of the page; one that is not written in it says in which language it stands. */
export function LocalName({ of: name }: { of: Localized }) {
  const { lang } = useLanguage()
  const { text, language } = chooseText(name, lang)
  return language === lang ? <>{text}</> : <span lang={language}>{text}</span>
}

/** One line that a person typed, in whatever language. */
export function OwnLine({ children }: { children: string }) {
  return (
    <span lang="" translate="no">
      {children}
    </span>
  )
}

/** What a person wrote, with their own line breaks. */
export function OwnText({ children }: { children: string }) {
  return (
    <p lang="" className="max-w-text break-words whitespace-pre-line">
      {children}
    </p>
  )
}
