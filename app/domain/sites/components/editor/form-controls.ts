import { formTokenField } from '#app/platform/http/form-token'

/** What stands in the form's fields, several values of a name on lines of their own. */
export type Typed = Map<string, string>

const notFields = /^(?:group|revision|shape|intent|operation)$|\.(?:shown|swapped)$/

/** The fields of the form as they stand; boxes of which none is ticked are there with an empty text. */
export function readTyped(form: HTMLFormElement): Typed {
  const data = new FormData(form)
  const typed: Typed = new Map()
  for (const key of new Set(data.keys())) {
    const name = key.replace(/\.shown$/, '')
    if (name === formTokenField || notFields.test(name)) continue
    const texts = data.getAll(name).filter((value) => typeof value === 'string')
    // As the server writes them, whose order is not that of the page.
    if (data.has(`${name}.shown`)) texts.sort()
    // A box "does not apply" lies over a hidden field: the last one counts.
    typed.set(name, name.endsWith('.applies') ? (texts.at(-1) ?? '') : texts.join('\n'))
  }
  return typed
}

/** The form's own pairs for these fields, as a browser would send them. */
export function pairsOf(form: HTMLFormElement, names: ReadonlySet<string>): [string, string][] {
  const pairs = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return pairs.filter(([name]) => names.has(name) || names.has(name.replace(/\.shown$/, '')))
}

/** Puts values into the controls of a field, whatever they are, as if they had always stood there. */
export function setControl(form: HTMLFormElement, name: string, values: readonly string[]): void {
  for (const control of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
      control.checked = values.includes(control.value)
    } else if (control instanceof HTMLInputElement && control.type === 'hidden') {
      continue
    } else if (isTextual(control)) {
      control.value = values.join('\n')
    }
  }
}

function isTextual(control: Element): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  )
}
