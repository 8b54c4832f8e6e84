import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { languageNames, languages } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { DataTable } from '#app/ui/data-table'
import { FileField } from '#app/ui/form/file-field'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { LinkButton } from '#app/ui/link-button'
import { Link, useNavigation } from '@remix-run/react'
import { Download, Upload } from 'lucide-react'
import { layouts } from '../model'
import type { ImportSummary } from '../preview'

type Town = { key: string; name: Localized }

/** How an import begins: the template, the file, and the files that were sent before. */
export function ImportStart({
  towns,
  recent,
  fault,
}: {
  towns: Town[]
  recent: ImportSummary[]
  fault: string | null
}) {
  return (
    <div className="max-w-text flex flex-col gap-10">
      <TemplateStep />
      <FileStep towns={towns} fault={fault} />
      <RecentImports imports={recent} />
    </div>
  )
}

function TemplateStep() {
  const { t, href } = useLanguage()
  const download = { reloadDocument: true, icon: Download } as const
  return (
    <section aria-labelledby="template" className="flex flex-col gap-3">
      <h2 id="template" className="text-lg font-bold">
        {t('imports.step_template')}
      </h2>
      <p>{t('imports.template_text')}</p>
      <div className="flex flex-wrap gap-3">
        <LinkButton {...download} to={href('/akimat/import/template.xlsx')}>
          {t('imports.template_short')}
        </LinkButton>
        <LinkButton {...download} to={href('/akimat/import/template.xlsx?columns=all')}>
          {t('imports.template_full')}
        </LinkButton>
      </div>
      <p>{t('imports.export_text')}</p>
      <div className="flex flex-wrap gap-3">
        <LinkButton {...download} to={href('/akimat/export.xlsx')}>
          {t('imports.export_xlsx')}
        </LinkButton>
        <LinkButton {...download} to={href('/akimat/export.csv')}>
          {t('imports.export_csv')}
        </LinkButton>
      </div>
    </section>
  )
}

function FileStep({ towns, fault }: { towns: Town[]; fault: string | null }) {
  const { t, lang } = useLanguage()
  const navigation = useNavigation()
  return (
    <section aria-labelledby="file-step" className="flex flex-col gap-4">
      <h2 id="file-step" className="text-lg font-bold">
        {t('imports.step_file')}
      </h2>
      <Form method="post" encType="multipart/form-data" className="flex flex-col gap-5">
        <FileField
          id="file"
          name="file"
          label={t('imports.file')}
          hint={t('imports.file_hint')}
          error={fault === null ? undefined : [t(`imports.fault.${fault as 'file_missing'}`)]}
          accept=".xlsx,.csv,.txt,.tsv"
          required
        />
        <SelectField
          id="layout"
          name="layout"
          label={t('imports.layout_label')}
          emptyLabel={t('imports.layout_auto')}
          options={layouts.map((value) => ({ value, label: t(`imports.layout.${value}`) }))}
        />
        <SelectField
          id="language"
          name="language"
          label={t('imports.language_label')}
          emptyLabel={null}
          defaultValue={lang}
          options={languages.map((value) => ({ value, label: languageNames[value].full }))}
        />
        {towns.length > 1 && (
          <SelectField
            id="town"
            name="town"
            label={t('imports.town_label')}
            emptyLabel={t('imports.town_none')}
            options={towns.map(({ key, name }) => ({ value: key, label: chooseText(name, lang).text }))}
          />
        )}
        <div>
          <Button look="primary" icon={Upload} isBusy={navigation.state === 'submitting'}>
            {t('imports.upload')}
          </Button>
        </div>
      </Form>
    </section>
  )
}

function RecentImports({ imports }: { imports: ImportSummary[] }) {
  const { t, format, href } = useLanguage()
  if (imports.length === 0) return null
  return (
    <DataTable
      caption={t('imports.recent')}
      columns={[
        {
          key: 'file',
          header: t('imports.column_file'),
          isRowHeader: true,
          cell: ({ id, fileName }) => (
            <Link to={href(`/akimat/import/${id}`)} className="inline-flex min-h-8 items-center break-all underline">
              {fileName}
            </Link>
          ),
        },
        {
          key: 'when',
          header: t('imports.column_when'),
          cell: ({ createdAt }) => format.dateTime(new Date(createdAt)),
        },
        { key: 'state', header: t('imports.column_state'), cell: ({ state }) => t(`imports.state.${state}`) },
        {
          key: 'rows',
          header: t('imports.column_rows'),
          isNumeric: true,
          cell: ({ rowsTotal }) => format.number(rowsTotal),
        },
      ]}
      rows={imports}
      rowKey={({ id }) => id}
    />
  )
}
