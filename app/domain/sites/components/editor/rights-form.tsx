import type { EditorData } from '#app/domain/sites/editor-data'
import { useLanguage } from '#app/platform/i18n/use-language'
import { CatalogueField } from './catalogue-field'
import { EncumbranceList } from './encumbrance-list'
import { ProvenanceLine } from './provenance-line'
import { Section } from './section'
import { StepList } from './step-list'

export function RightsForm({ data }: { data: EditorData }) {
  const { t } = useLanguage()
  return (
    <>
      <Section title={t('editor.rights.owner')}>
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
          <CatalogueField name="rights.ownership" />
          <CatalogueField name="rights.owner" hint={t('editor.internal')} />
        </div>
        <CatalogueField
          name="rights.consent"
          isSegmented
          hint={t('editor.hint.consent')}
          required={data.summary.required.some((gap) => gap.field === 'rights.consent')}
        />
        <ProvenanceLine path="rights.provenance.ownership" />
      </Section>
      <Section title={t('editor.rights.terms')}>
        <CatalogueField name="rights.tenures" required />
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
          <CatalogueField name="rights.price" hint={t('akimat.hint.price')} />
          <CatalogueField name="rights.priceKind" />
        </div>
        <CatalogueField name="rights.priceNegotiable" />
        <ProvenanceLine path="rights.provenance.price" />
      </Section>
      <Section title={t('editor.steps.title')} hint={t('editor.steps.hint')}>
        <StepList count={data.lists.steps} />
      </Section>
      <Section title={t('editor.rights.idle')}>
        <div className="max-w-72">
          <CatalogueField name="rights.idleSince" hint={t('akimat.hint.idle_since')} />
        </div>
        <ProvenanceLine path="rights.provenance.idleSince" />
      </Section>
      <Section title={t('dossier.field.encumbranceState')} hint={t('editor.encumbrances.hint')}>
        <CatalogueField name="rights.encumbranceState" label={t('editor.encumbrances.are_there')} isSegmented />
        <EncumbranceList count={data.lists.encumbrances} />
        <ProvenanceLine path="rights.provenance.encumbrances" />
      </Section>
    </>
  )
}
