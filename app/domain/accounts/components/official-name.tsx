import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { useLanguage } from '#app/platform/i18n/use-language'

/** A name in the language of the page; one that is not written in it yet says in which language it stands. */
export function OfficialName({ of: name }: { of: Localized }) {
  const { lang } = useLanguage()
  const { text, language } = chooseText(name, lang)
  return language === lang ? <>{text}</> : <span lang={language}>{text}</span>
}

/** A person's name or address: as its bearer writes it, in every language of the page. */
export function OwnName({ children }: { children: string }) {
  return (
    <span lang="kk" translate="no">
      {children}
    </span>
  )
}
