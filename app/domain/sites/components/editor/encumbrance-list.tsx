import { encumbranceKinds } from '#app/domain/sites/choices'
import { useLanguage } from '#app/platform/i18n/use-language'
import { CatalogueField } from './catalogue-field'
import { EntryActions, EntryList } from './entry-list'
import { useLiveValues } from './use-live-values'

/** What lies on the property, each thing named. */
export function EncumbranceList({ count }: { count: number }) {
  const { t, format } = useLanguage()
  return (
    <EntryList
      list="encumbrances"
      empty={t('editor.encumbrances.empty')}
      add={t('editor.encumbrances.add')}
      entries={Array.from({ length: count }, (_, index) => ({
        prefix: `rights.encumbrances.${index}`,
        summary: <EncumbranceSummary index={index} />,
        fields: (
          <>
            <div className="max-w-72">
              <CatalogueField name={`rights.encumbrances.${index}.kind`} />
            </div>
            <CatalogueField name={`rights.encumbrances.${index}.text`} />
            <EntryActions
              list="encumbrances"
              entry={String(index)}
              name={t('editor.encumbrances.one', { number: format.number(index + 1) })}
              isFirst={index === 0}
            />
          </>
        ),
      }))}
    />
  )
}

function EncumbranceSummary({ index }: { index: number }) {
  const { t, lang } = useLanguage()
  const path = `rights.encumbrances.${index}`
  const live = useLiveValues([`${path}.kind`, `${path}.text.kk`, `${path}.text.ru`, `${path}.text.en`])
  const kind = encumbranceKinds.find((known) => known === live[`${path}.kind`])
  const text = live[`${path}.text.${lang}`] || live[`${path}.text.ru`] || live[`${path}.text.kk`]
  return (
    <span className="min-w-0 truncate">
      {kind !== undefined && <span className="font-semibold">{t(`dossier.choice.encumbrance.${kind}`)}</span>}
      {text !== undefined && text !== '' && ` · ${text}`}
    </span>
  )
}
