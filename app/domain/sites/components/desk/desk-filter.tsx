import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { siteKinds } from '#app/domain/sites/choices'
import type { DeskFilter, DeskView } from '#app/domain/sites/desk'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import { LinkButton } from '#app/ui/link-button'

type DeskFilterProps = { filter: DeskFilter; view: DeskView; towns: readonly { key: string; name: Localized }[] }

/** Name or number, town and kind over the table; the address is the state. */
export function DeskFilterForm({ filter, view, towns }: DeskFilterProps) {
  const { t, lang } = useLanguage()
  const { q, townKey, kind } = filter
  const isActive = q !== '' || townKey !== null || kind !== null
  return (
    <Form className="flex flex-wrap items-end gap-3" role="search" key={`${q} ${townKey} ${kind} ${view}`}>
      {view !== 'all' && <input type="hidden" name="view" value={view} />}
      <div className="w-full sm:w-72">
        <TextField id="q" name="q" type="search" label={t('review.filter.search')} defaultValue={q} maxLength={100} />
      </div>
      {(towns.length > 1 || townKey !== null) && (
        <div className="w-full sm:w-52">
          <SelectField
            id="town"
            name="town"
            label={t('akimat.table.town')}
            emptyLabel={t('review.filter.all')}
            defaultValue={townKey ?? ''}
            options={towns.map(({ key, name }) => ({ value: key, label: chooseText(name, lang).text }))}
          />
        </div>
      )}
      <div className="w-full sm:w-52">
        <SelectField
          id="kind"
          name="kind"
          label={t('akimat.table.kind')}
          emptyLabel={t('review.filter.all')}
          defaultValue={kind ?? ''}
          options={siteKinds.map((value) => ({ value, label: t(`sites.kind.${value}`) }))}
        />
      </div>
      <Button>{t('review.filter.find')}</Button>
      {isActive && (
        <LinkButton look="quiet" to={view === 'all' ? '?' : `?view=${view}`}>
          {t('review.filter.clear')}
        </LinkButton>
      )}
    </Form>
  )
}
