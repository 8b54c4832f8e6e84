import { unitOf, utilityKinds } from '#app/domain/kernel/quantity'
import { commitmentWorks, statedCommitmentStates } from '#app/domain/sites/choices'
import type { EditorData } from '#app/domain/sites/editor-data'
import { useLanguage } from '#app/platform/i18n/use-language'
import { CatalogueField } from './catalogue-field'
import { EntryActions, EntryList } from './entry-list'
import { ProvenanceLine } from './provenance-line'
import { Grid } from './section'
import { useLiveValues } from './use-live-values'

/** What the authority will bring, each promise with its day. */
export function CommitmentsForm({ data }: { data: EditorData }) {
  const { t } = useLanguage()
  return (
    <EntryList
      list="commitments"
      empty={t('editor.commitments.empty')}
      add={t('editor.commitments.add')}
      entries={data.lists.commitments.map((id, index) => ({
        prefix: `commitments.${id}`,
        summary: <CommitmentSummary id={id} />,
        fields: <CommitmentFields id={id} index={index} />,
      }))}
    />
  )
}

function CommitmentFields({ id, index }: { id: string; index: number }) {
  const { t } = useLanguage()
  const path = `commitments.${id}`
  const work = useLiveValues([`${path}.work`])[`${path}.work`]
  const utility = utilityKinds.find((kind) => kind === work)
  return (
    <>
      <Grid>
        <CatalogueField name={`${path}.work`} />
        <CatalogueField
          name={`${path}.added`}
          unit={utility && unitOf[utility]}
          hint={utility === undefined ? t('editor.hint.added') : undefined}
        />
        <CatalogueField name={`${path}.state`} />
        <CatalogueField name={`${path}.dueOn`} hint={t('editor.hint.due')} />
        <CatalogueField name={`${path}.programme`} />
        <CatalogueField name={`${path}.budgetKzt`} />
      </Grid>
      <CatalogueField name={`${path}.note`} />
      <ProvenanceLine path={`${path}.provenance`} />
      <EntryActions list="commitments" entry={id} name={t('editor.commitments.one')} isFirst={index === 0} />
    </>
  )
}

function CommitmentSummary({ id }: { id: string }) {
  const { t, format } = useLanguage()
  const path = `commitments.${id}`
  const live = useLiveValues([`${path}.work`, `${path}.added`, `${path}.dueOn`, `${path}.state`])
  const work = commitmentWorks.find((known) => known === live[`${path}.work`])
  const utility = utilityKinds.find((kind) => kind === work)
  const state = statedCommitmentStates.find((known) => known === live[`${path}.state`])
  const added = live[`${path}.added`]
  const due = live[`${path}.dueOn`] ?? ''
  return (
    <span className="min-w-0">
      {work !== undefined && <span className="font-semibold">{t(`dossier.choice.commitment_work.${work}`)}</span>}
      {[
        added && `+${added}${utility ? `\u00a0${format.unit(unitOf[utility])}` : ''}`,
        /^\d{4}-\d{2}-\d{2}$/.test(due) && t('editor.until', { date: format.date(due) }),
        state && t(`dossier.choice.commitment_state.${state}`),
      ]
        .filter(Boolean)
        .map((part) => ` · ${part}`)
        .join('')}
    </span>
  )
}
