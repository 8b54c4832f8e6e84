import { companySizes, projectKinds, projectSectors } from '#app/domain/eligibility/model'
import type { ProjectField, ReadProject } from '#app/domain/eligibility/project'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import { LinkButton } from '#app/ui/link-button'
import { useLocation } from '@remix-run/react'

/** What the investor plans: sent by GET, so that the page with its verdicts has an address. */
export function ProjectForm({ form }: { form: Pick<ReadProject, 'typed' | 'faults' | 'isGiven'> }) {
  const { t } = useLanguage()
  const { pathname } = useLocation()
  const { typed, faults, isGiven } = form
  const errorOf = (name: ProjectField) => {
    const fault = faults[name]
    return fault && t(`eligibility.support.${fault}`)
  }
  const field = (name: ProjectField) => ({
    ...{ id: `project-${name}`, name, defaultValue: typed[name], error: errorOf(name) },
    label: t(`eligibility.support.${name}`),
  })
  const any = t('eligibility.support.any')
  return (
    <Form
      // What the address says stands in the fields, also after going back.
      key={Object.values(typed).join('/')}
      method="get"
      action={`${pathname}#incentives`}
      preventScrollReset
      noValidate
      aria-label={t('eligibility.support.form')}
      className="border-line bg-surface mb-4 flex flex-col gap-4 rounded-lg border p-4 print:hidden"
      data-no-print
    >
      <p className="text-muted text-sm">{t('eligibility.support.lead')}</p>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        <SelectField
          {...field('sector')}
          emptyLabel={any}
          options={projectSectors.map((value) => ({
            value,
            label: value === 'trade' ? t('eligibility.trade') : t(`sites.sector.${value}`),
          }))}
        />
        <TextField {...field('investment')} inputMode="decimal" unit={t('eligibility.support.million')} />
        <SelectField
          {...field('size')}
          emptyLabel={any}
          options={companySizes.map((value) => ({ value, label: t(`eligibility.size.${value}`) }))}
        />
        <SelectField
          {...field('project')}
          emptyLabel={any}
          options={projectKinds.map((value) => ({ value, label: t(`eligibility.project_kind.${value}`) }))}
        />
        <TextField {...field('export')} inputMode="decimal" unit="%" />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="primary">{t('eligibility.support.decide')}</Button>
        {isGiven && (
          <LinkButton look="quiet" to={`${pathname}#incentives`} preventScrollReset>
            {t('eligibility.support.reset')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}
