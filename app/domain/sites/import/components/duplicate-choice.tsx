import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { duplicateChoices, type DuplicateChoice } from '../model'
import type { ImportLine } from '../preview'

const actionOf = { skip: 'skip', create: 'create', update: 'update' } as const

/** What becomes of one row that looks like another site. */
export function ChooseForRow({ line }: { line: ImportLine }) {
  const { t } = useLanguage()
  const hasSite = line.likenesses.some(({ siteNumber }) => siteNumber !== null)
  const choices = duplicateChoices.filter((choice) => choice !== 'update' || hasSite)
  return (
    <Choices
      choices={choices}
      rowNumber={line.rowNumber}
      chosen={line.action}
      label={t('imports.choose_row', { row: line.rowNumber })}
    />
  )
}

/** The same for all rows that look like others. */
export function ChooseForAll() {
  const { t } = useLanguage()
  return (
    <div className="flex flex-wrap items-center gap-3">
      <span className="font-semibold">{t('imports.choose_all')}</span>
      <Choices choices={duplicateChoices} rowNumber={null} chosen={null} label={t('imports.choose_all')} />
    </div>
  )
}

type ChoicesProps = {
  choices: readonly DuplicateChoice[]
  rowNumber: number | null
  chosen: string | null
  label: string
}

function Choices({ choices, rowNumber, chosen, label }: ChoicesProps) {
  const { t } = useLanguage()
  return (
    <Form method="post" preventScrollReset className="flex flex-wrap gap-2" aria-label={label}>
      <input type="hidden" name="intent" value="choose" />
      {rowNumber !== null && <input type="hidden" name="row" value={rowNumber} />}
      {choices.map((choice) => (
        <Button
          key={choice}
          name="choice"
          value={choice}
          size="small"
          aria-pressed={chosen === null ? undefined : chosen === actionOf[choice]}
          look={chosen === actionOf[choice] ? 'primary' : 'secondary'}
        >
          {t(`imports.choose.${choice}`)}
        </Button>
      ))}
    </Form>
  )
}
