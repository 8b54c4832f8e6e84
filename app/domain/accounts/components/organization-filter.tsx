import { organizationKinds, type OrganizationFilter as Filter } from '#app/domain/accounts/schema'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'

/** Name and kind, over the list of organisations; the address is the state. */
export function OrganizationFilter({ filter }: { filter: Filter }) {
  const { t } = useLanguage()
  return (
    <Form className="mb-6 flex flex-wrap items-end gap-4" role="search" key={`${filter.q} ${filter.kind}`}>
      <div className="w-full sm:w-72">
        <TextField id="q" name="q" type="search" label={t('admin.organizations.search')} defaultValue={filter.q} />
      </div>
      <div className="w-full sm:w-56">
        <SelectField
          id="kind"
          name="kind"
          label={t('admin.organizations.kind')}
          emptyLabel={t('admin.organizations.all_kinds')}
          defaultValue={filter.kind ?? ''}
          options={organizationKinds.map((kind) => ({ value: kind, label: t(`accounts.kind.${kind}`) }))}
        />
      </div>
      <Button>{t('admin.organizations.submit')}</Button>
    </Form>
  )
}
