import { stepActors } from '#app/domain/sites/choices'
import { useLanguage } from '#app/platform/i18n/use-language'
import { CatalogueField } from './catalogue-field'
import { EntryActions, EntryList } from './entry-list'
import { Grid } from './section'
import { useLiveValues } from './use-live-values'

/** The way to the site, step by step in its order. */
export function StepList({ count }: { count: number }) {
  const { t, format } = useLanguage()
  return (
    <EntryList
      list="steps"
      empty={t('editor.steps.empty')}
      add={t('editor.steps.add')}
      entries={Array.from({ length: count }, (_, index) => ({
        prefix: `rights.steps.${index}`,
        summary: <StepSummary index={index} />,
        fields: (
          <>
            <div className="max-w-96">
              <CatalogueField name={`rights.steps.${index}.who`} />
            </div>
            <CatalogueField name={`rights.steps.${index}.paper`} hint={t('editor.hint.step_paper')} />
            <Grid>
              <CatalogueField name={`rights.steps.${index}.workingDays`} />
              <CatalogueField name={`rights.steps.${index}.costKzt`} hint={t('editor.hint.step_cost')} />
              <CatalogueField name={`rights.steps.${index}.link`} hint="https://…" />
            </Grid>
            <EntryActions
              list="steps"
              entry={String(index)}
              name={t('editor.steps.step', { number: format.number(index + 1) })}
              isFirst={index === 0}
            />
          </>
        ),
      }))}
    />
  )
}

function StepSummary({ index }: { index: number }) {
  const { t, lang, format } = useLanguage()
  const path = `rights.steps.${index}`
  const live = useLiveValues([
    `${path}.who`,
    `${path}.paper.kk`,
    `${path}.paper.ru`,
    `${path}.paper.en`,
    `${path}.workingDays`,
  ])
  const who = stepActors.find((actor) => actor === live[`${path}.who`])
  const papers = [live[`${path}.paper.${lang}`], live[`${path}.paper.ru`], live[`${path}.paper.kk`]]
  const days = Number(live[`${path}.workingDays`])
  return (
    <span className="min-w-0">
      <span className="font-semibold">{format.number(index + 1)}. </span>
      {[
        who && t(`dossier.choice.step_actor.${who}`),
        papers.find((text) => text !== undefined && text.trim() !== ''),
        days > 0 && format.workingDays(days),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}
