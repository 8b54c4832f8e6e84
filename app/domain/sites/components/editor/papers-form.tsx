import { accessLevels, paperKinds } from '#app/domain/sites/choices'
import type { EditorData, EditorPaper } from '#app/domain/sites/editor-data'
import type { FileFault } from '#app/domain/sites/uploads'
import { useLanguage } from '#app/platform/i18n/use-language'
import { FieldGroup } from '#app/ui/form/field-group'
import { EntryButtons } from './entry-buttons'
import { ListField, LocalizedField } from './fields'
import { UploadArea } from './uploads/upload-area'

/** The papers in their order: what each is, what it is called and who may open it. */
export function PapersForm({ data, faults }: { data: EditorData; faults: readonly FileFault[] }) {
  const { t } = useLanguage()
  return (
    <section aria-labelledby="papers" className="border-line flex flex-col gap-6 border-t pt-6">
      <h2 id="papers" className="text-lg font-bold" tabIndex={-1}>
        {t('papers.papers')}
      </h2>
      {data.papers.length === 0 && <p className="text-muted">{t('papers.no_papers')}</p>}
      {data.papers.length > 0 && (
        <ol className="flex flex-col gap-8">
          {data.papers.map((paper, index) => (
            <li key={paper.fileId}>
              <PaperFields paper={paper} index={index} />
            </li>
          ))}
        </ol>
      )}
      <UploadArea list="papers" faults={faults} />
    </section>
  )
}

function PaperFields({ paper, index }: { paper: EditorPaper; index: number }) {
  const { t, format } = useLanguage()
  const field = `papers.${paper.fileId}`
  const name = t('papers.paper', { number: format.number(index + 1) })
  return (
    <FieldGroup id={field} legend={name}>
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <a href={`/files/${paper.fileId}`} className="text-accent min-w-0 break-words" download>
            {paper.fileName}
          </a>
          <span className="text-muted text-sm">{format.fileSize(paper.bytes)}</span>
        </p>
        <div className="grid gap-4 sm:grid-cols-2">
          <ListField
            name={`${field}.kind`}
            label={t('dossier.field.paperKind')}
            options={paperKinds.map((value) => ({ value, label: t(`dossier.choice.paper.${value}`) }))}
            isAlwaysChosen
          />
          <ListField
            name={`${field}.access`}
            label={t('dossier.field.access')}
            options={accessLevels.map((value) => ({ value, label: t(`dossier.choice.access.${value}`) }))}
            isAlwaysChosen
          />
        </div>
        <LocalizedField name={`${field}.title`} label={t('dossier.field.paperTitle')} />
        <EntryButtons list="papers" fileId={paper.fileId} name={name} isFirst={index === 0} />
      </div>
    </FieldGroup>
  )
}
