import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { useFaultWords } from '#app/domain/sites/components/editor/use-editor-field'
import type { Faults } from '#app/domain/sites/form/form-fields'
import { excessM2, mostUnitsAtOnce } from '#app/domain/sites/premises-rules'
import { useLanguage } from '#app/platform/i18n/use-language'
import { languages } from '#app/platform/i18n/language'
import { Button } from '#app/ui/button'
import { DataTable } from '#app/ui/data-table'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { TextField } from '#app/ui/form/text-field'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { Link, useNavigation } from '@remix-run/react'
import { useMemo } from 'react'

type Unit = { number: string; name: Localized; areaM2: number | null; isPublic: boolean }

export type PartsData = {
  number: string
  name: Localized
  key: string
  areaM2: number | null
  units: Unit[]
  /** Rows of the form. */
  count: number
}

export type PartsReply = { faults: Faults; values: Record<string, string>; refusal: 'nothing' | 'not_divisible' | null }

/** Splits a site into units: each becomes a draft of its own. */
export function PartsPage({ data, reply }: { data: PartsData; reply: PartsReply | undefined }) {
  const { t, lang, href, format } = useLanguage()
  const back = href(`/akimat/sites/${data.number}`)
  return (
    <div className="max-w-reading">
      <PageHeading
        title={t('editor.parts.page_title')}
        lead={t('editor.parts.lead')}
        crumbs={[
          { label: t('akimat.desk.title'), to: href('/akimat') },
          { label: `${data.number} · ${chooseText(data.name, lang).text}`, to: back },
          { label: t('editor.parts.page_title') },
        ]}
      />
      <div className="flex flex-col gap-8">
        {data.units.length > 0 && <UnitTable data={data} />}
        <p className="text-muted">
          {data.areaM2 === null
            ? t('editor.parts.whole_unknown')
            : t('editor.parts.whole', { area: format.quantity(data.areaM2, 'm2') })}
        </p>
        <CountForm count={data.count} />
        <SplitForm key={data.count} data={data} reply={reply} />
      </div>
    </div>
  )
}

function UnitTable({ data }: { data: PartsData }) {
  const { t, lang, href, format } = useLanguage()
  const excess = excessM2(
    data.areaM2,
    data.units.map((unit) => unit.areaM2),
  )
  return (
    <div className="flex flex-col gap-3">
      <DataTable<Unit>
        caption={t('editor.parts.title')}
        rows={data.units}
        rowKey={(unit) => unit.number}
        columns={[
          {
            key: 'site',
            header: t('akimat.table.site'),
            isRowHeader: true,
            cell: ({ number, name }) => (
              <Link to={href(`/akimat/sites/${number}`)}>
                {number} · {chooseText(name, lang).text}
              </Link>
            ),
          },
          {
            key: 'area',
            header: t('sites.field.totalAreaM2'),
            isNumeric: true,
            cell: ({ areaM2 }) => (areaM2 === null ? t('ui.state.unknown') : format.quantity(areaM2, 'm2')),
          },
          {
            key: 'state',
            header: t('akimat.table.state'),
            cell: ({ isPublic }) => t(isPublic ? 'sites.state.published' : 'sites.state.draft'),
          },
        ]}
      />
      {excess > 0 && (
        <Notice tone="attention">{t('editor.parts.excess', { area: format.quantity(excess, 'm2') })}</Notice>
      )}
    </div>
  )
}

function CountForm({ count }: { count: number }) {
  const { t } = useLanguage()
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3">
      <div className="w-44">
        <TextField
          id="count"
          name="count"
          type="number"
          min={1}
          max={mostUnitsAtOnce}
          label={t('editor.parts.count')}
          defaultValue={String(count)}
        />
      </div>
      <Button look="secondary">{t('editor.parts.show_rows')}</Button>
    </Form>
  )
}

function SplitForm({ data, reply }: { data: PartsData; reply: PartsReply | undefined }) {
  const { t } = useLanguage()
  const say = useFaultWords()
  const { state } = useNavigation()
  const errors = useMemo(
    () => Object.entries(reply?.faults ?? {}).map(([fieldId, fault]) => ({ fieldId, message: say(fault) })),
    [reply, say],
  )
  return (
    <Form method="post" noValidate className="flex flex-col gap-6">
      <ErrorSummary errors={errors} />
      {reply?.refusal && (
        <Notice tone="bad" role="alert">
          {t(`editor.parts.refusal.${reply.refusal}`)}
        </Notice>
      )}
      <input type="hidden" name="key" value={reply?.values.key ?? data.key} readOnly />
      {Array.from({ length: data.count }, (_, index) => (
        <UnitRow key={index} index={index} reply={reply} />
      ))}
      <div>
        <Button look="primary" isBusy={state === 'submitting'}>
          {t('editor.parts.make')}
        </Button>
      </div>
    </Form>
  )
}

function UnitRow({ index, reply }: { index: number; reply: PartsReply | undefined }) {
  const { t, format } = useLanguage()
  const say = useFaultWords()
  const field = (name: string) => {
    const id = `units.${index}.${name}`
    const fault = reply?.faults[id]
    return { id, name: id, defaultValue: reply?.values[id] ?? '', error: fault && say(fault), autoComplete: 'off' }
  }
  return (
    <fieldset className="border-line border-t pt-4">
      <legend className="font-semibold">{t('editor.parts.unit', { number: format.number(index + 1) })}</legend>
      <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_10rem]">
        {languages.map((language) => (
          <TextField
            key={language}
            {...field(`name.${language}`)}
            lang={language}
            label={`${t('sites.field.name')} ${t(`akimat.in_language.${language}`)}`}
          />
        ))}
        <TextField
          {...field('area')}
          label={t('sites.field.totalAreaM2')}
          unit={format.unit('m2')}
          placeholder={t('ui.state.unknown')}
          inputMode="decimal"
        />
      </div>
    </fieldset>
  )
}
