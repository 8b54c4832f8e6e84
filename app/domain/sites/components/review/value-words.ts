import { chooseText, type Localized } from '#app/domain/kernel/localized'
import type { Field } from '#app/domain/sites/fields/field'
import { fieldNamed } from '#app/domain/sites/fields/field-named'
import type { Format } from '#app/platform/i18n/format'
import { useLanguage } from '#app/platform/i18n/use-language'
import { useCatalogueWords } from '../gap-label'

/** What the values of a form's field say in words; null when they say nothing. */
export function useValueWords(incentives: readonly { key: string; name: Localized }[]) {
  const { t, format, lang } = useLanguage()
  const say = useCatalogueWords()
  return (name: string, values: readonly string[]): string | null => {
    if (values.length === 0) return null
    if (name === 'photos' || name === 'papers') return format.number(values.length)
    if (name.endsWith('.applies'))
      return values.map((value) => t(`ui.state.${value === 'no' ? 'no' : 'yes'}`)).join(', ')
    const field = fieldNamed(name)
    if (field === null) return values.join(', ')
    const one = (value: string): string => {
      if (field.type === 'incentives') return nameOf(incentives, value, lang)
      if (field.type === 'box') return t('ui.state.yes')
      if (isChoice(field)) return say(`${field.words}.${value}`)
      return sayPlain(field, value, format)
    }
    return values.map(one).join(', ')
  }
}

type Choice = Extract<Field, { words: string }>

function isChoice(field: Field): field is Field & Choice {
  return field.type === 'choice' || field.type === 'optional' || field.type === 'boxes'
}

/** Values as the form of the English page has them: decimals with a point. */
function sayPlain(field: Field, value: string, format: Format): string {
  switch (field.type) {
    case 'number':
      if (field.unit === undefined) return format.number(Number(value), 6)
      return `${format.number(Number(value), 6)}\u00a0${format.unit(field.unit)}`
    case 'money':
      return format.moneyExact(Number(value))
    case 'day':
      return format.date(value)
    case 'month':
      return format.month(`${value}-01`)
    default:
      return value
  }
}

function nameOf(incentives: readonly { key: string; name: Localized }[], key: string, lang: 'kk' | 'ru' | 'en') {
  const found = incentives.find((incentive) => incentive.key === key)
  return found ? chooseText(found.name, lang).text : key
}
