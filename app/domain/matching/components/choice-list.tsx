import { useLanguage } from '#app/platform/i18n/use-language'
import { CheckboxField } from '#app/ui/form/checkbox-field'
import { Icon } from '#app/ui/icon'
import { ChevronDown } from 'lucide-react'

type Choices = {
  name: string
  title?: string
  choices: readonly { key: string; label: string }[]
  chosen: readonly string[] | undefined
}

/** Boxes behind a line that says what is ticked; opens in its place, so that it needs no JavaScript. */
export function ChoiceList({ label, groups }: { label: string; groups: readonly Choices[] }) {
  const { t } = useLanguage()
  const ticked = groups.flatMap(({ choices, chosen = [] }) => choices.filter(({ key }) => chosen.includes(key)))
  return (
    <details className="group border-edge bg-surface rounded-md border">
      <summary className="hover:text-accent-strong flex min-h-11 items-center gap-2 px-3 py-2">
        <span className="sr-only">{label}: </span>
        <span className={`min-w-0 flex-1 first-letter:uppercase ${ticked.length === 0 ? 'text-muted' : ''}`}>
          {ticked.length === 0 ? t('search.any') : ticked.map((choice) => choice.label).join(', ')}
        </span>
        <Icon of={ChevronDown} size={16} className="group-open:rotate-180" />
      </summary>
      <div className="border-line max-h-72 overflow-y-auto border-t px-3 py-1">
        {groups.map(({ name, title, choices, chosen = [] }) => (
          <fieldset key={name}>
            <legend className={title === undefined ? 'sr-only' : 'text-muted pt-2 text-sm font-medium'}>
              {title ?? label}
            </legend>
            {choices.map((choice) => (
              <CheckboxField
                key={choice.key}
                id={`${name}-${choice.key}`}
                name={name}
                value={choice.key}
                label={<span className="inline-block first-letter:uppercase">{choice.label}</span>}
                defaultChecked={chosen.includes(choice.key)}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  )
}
