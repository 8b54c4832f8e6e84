import type { UtilityKind } from '#app/domain/kernel/quantity'
import type { ZoneQuestion } from '#app/domain/sites/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import type { Words } from '#app/locales/words'

type FieldWord = keyof Words['sites']['field']

/** What a field of the dossier is called: `utilities.water.free` is "Water: free". */
export function useFieldLabel(): (name: string) => string {
  const { t, format } = useLanguage()
  return (name) => {
    const [part = '', second = '', ...rest] = name.split('.')
    const last = rest.at(-1) ?? second
    if (part === 'photos') return t('sites.field.photos')
    if (part === 'zone') return t(`sites.zone_question.${second as ZoneQuestion}`)
    if (part === 'utilities') return `${t(`sites.utility.${second as UtilityKind}`)}: ${lower(t(field(last)))}`
    if (part === 'buildings') {
      return `${t('akimat.building', { number: format.number(Number(second) + 1) })}: ${lower(t(field(last)))}`
    }
    if (isLanguage(last)) return `${t(field(second))} ${t(`akimat.in_language.${last}`)}`
    return t(field(second))
  }
}

/** The same for something that is missing; of several buildings any one may answer, so none is named. */
export function useGapLabel(): (gap: { field: string }) => string {
  const { t } = useLanguage()
  const label = useFieldLabel()
  return ({ field: name }) => {
    const [part, , last = ''] = name.split('.')
    if (part === 'zone') return t('akimat.group.zone')
    if (name === 'identity.address.ru') return t('sites.field.address')
    return part === 'buildings' ? t(field(last)) : label(name)
  }
}

function field(last: string): `sites.field.${FieldWord}` {
  return `sites.field.${last as FieldWord}`
}

function isLanguage(last: string): last is 'kk' | 'ru' | 'en' {
  return last === 'kk' || last === 'ru' || last === 'en'
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
