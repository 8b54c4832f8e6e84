import { sourceKinds } from '#app/domain/sites/choices'
import { useLanguage } from '#app/platform/i18n/use-language'
import { CatalogueField } from './catalogue-field'
import { Fold } from './fold'
import { useLiveValues } from './use-live-values'

/** Where a value comes from, on one line beside it: source, paper, day, term. Opens to be filled in. */
export function ProvenanceLine({ path }: { path: string }) {
  const { t } = useLanguage()
  const words = useProvenanceWords(path)
  return (
    <Fold prefix={path} summary={words === '' ? t('editor.source_unknown') : t('editor.source', { words })}>
      <div className="grid gap-4 sm:grid-cols-2">
        <CatalogueField name={`${path}.source`} />
        <CatalogueField name={`${path}.reference`} />
        <CatalogueField name={`${path}.asOf`} />
        <CatalogueField name={`${path}.validUntil`} />
      </div>
    </Fold>
  )
}

function useProvenanceWords(path: string): string {
  const { t, format } = useLanguage()
  const live = useLiveValues([`${path}.source`, `${path}.reference`, `${path}.asOf`, `${path}.validUntil`])
  const source = sourceKinds.find((kind) => kind === live[`${path}.source`])
  const day = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? format.date(text) : '')
  const until = day(live[`${path}.validUntil`] ?? '')
  return [
    source === undefined ? '' : t(`sites.source.${source}`),
    live[`${path}.reference`]?.trim() ?? '',
    day(live[`${path}.asOf`] ?? ''),
    until === '' ? '' : t('editor.until', { date: until }),
  ]
    .filter((part) => part !== '')
    .join(', ')
}
