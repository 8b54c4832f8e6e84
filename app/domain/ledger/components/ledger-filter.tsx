import { operations } from '#app/domain/ledger/model'
import type { LedgerFilter as Filter } from '#app/domain/ledger/schema'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { DateField } from '#app/ui/form/date-field'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import { LinkButton } from '#app/ui/link-button'

/** What the list of entries is narrowed by; the address is the state. */
export function LedgerFilter({ filter, tables }: { filter: Filter; tables: readonly string[] }) {
  const { t } = useLanguage()
  return (
    <Form role="search" key={JSON.stringify(filter)} className="flex flex-col gap-4">
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <TextField
          id="actor"
          name="actor"
          type="search"
          label={t('ledger.actor')}
          hint={t('ledger.actor_hint')}
          defaultValue={filter.actor}
        />
        <SelectField
          id="table"
          name="table"
          label={t('ledger.table')}
          emptyLabel={t('ledger.all_tables')}
          defaultValue={filter.table}
          options={tables.map((table) => ({ value: table, label: table }))}
        />
        <TextField id="row" name="row" type="search" label={t('ledger.row')} defaultValue={filter.row} />
        <SelectField
          id="operation"
          name="operation"
          label={t('ledger.operation')}
          emptyLabel={t('ledger.all_operations')}
          defaultValue={filter.operation ?? ''}
          options={operations.map((operation) => ({ value: operation, label: t(`ledger.op.${operation}`) }))}
        />
        <DateField id="from" name="from" label={t('ledger.from')} defaultValue={filter.from ?? ''} />
        <DateField id="until" name="until" label={t('ledger.until')} defaultValue={filter.until ?? ''} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button>{t('ledger.submit')}</Button>
        <LinkButton to="?" look="secondary">
          {t('ledger.clear')}
        </LinkButton>
      </div>
    </Form>
  )
}
