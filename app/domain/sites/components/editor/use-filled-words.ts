import { useCatalogueWords } from '#app/domain/sites/components/gap-label'
import { useValueWords } from '#app/domain/sites/components/review/value-words'
import { fieldNamed } from '#app/domain/sites/fields/field-named'
import { useLiveValues } from './use-live-values'

const most = 4

type FilledOptions = {
  /** Stands before the line: not said again in the words of its fields. */
  title: string
  isValuesOnly?: boolean
}

/** What is filled in among the fields, as one line: "voltage — 10 kV; reliability — category II". Empty when nothing is. */
export function useFilledWords(names: readonly string[], { title, isValuesOnly = false }: FilledOptions): string {
  const live = useLiveValues(names)
  const say = useCatalogueWords()
  const words = useValueWords([])
  const filled = names.flatMap((name) => {
    const typed = live[name]?.trim() ?? ''
    const field = fieldNamed(name)
    if (field === null || typed === '' || typed === 'unknown') return []
    const value = words(name, [/^[\d\s\u00a0]+(?:[.,]\d+)?$/.test(typed) ? plainNumber(typed) : typed])
    const label = without(say(field.label), title)
    return [isValuesOnly || label === '' ? String(value) : `${lower(label)}\u00a0— ${value}`]
  })
  const rest = filled.length - most
  return rest > 0 ? `${filled.slice(0, most).join('; ')} +${rest}` : filled.join('; ')
}

/** As typed in any of the languages, for the words of a value, which take a point. */
function plainNumber(text: string): string {
  return text.replace(/[\s\u00a0]/g, '').replace(',', '.')
}

/** The words before or after the title, which Kazakh says last. */
function without(label: string, title: string): string {
  const low = label.toLowerCase()
  const word = title.toLowerCase()
  if (low.startsWith(word)) return label.slice(title.length).trim()
  return low.endsWith(word) ? label.slice(0, -title.length).trim() : label
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
