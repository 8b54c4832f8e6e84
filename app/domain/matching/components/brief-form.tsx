import { criteria, type Brief, type Criterion } from '#app/domain/matching/model'
import { tidyBrief, withoutNeed } from '#app/domain/matching/tidy-address'
import type { PlaceNames } from '#app/domain/search/card-view'
import { useLiveForm } from '#app/domain/search/components/use-live-form'
import { formTokenField } from '#app/platform/http/form-token'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { useFormToken } from '#app/ui/form/form-token'
import { DateField } from '#app/ui/form/date-field'
import { TextField } from '#app/ui/form/text-field'
import { Icon } from '#app/ui/icon'
import { useLocation } from '@remix-run/react'
import { ChevronDown, Search } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { NeedRow } from './need-row'

/** The saved brief that is being changed. */
export type EditedBrief = { id: string; key: string | null; revision: number }

type BriefFormProps = {
  brief: Brief
  names: PlaceNames
  edited: EditedBrief | null
  isPerson: boolean
  /** Sites that fit; null while nothing is asked for. */
  total: number | null
}

/** The whole brief on one page: its address is what it says, with JavaScript after every change. */
export function BriefForm(props: BriefFormProps) {
  const { t } = useLanguage()
  const { formKey, onChange, onSubmit } = useLiveForm(tidyBrief)
  // On the button, since the form itself goes into the address.
  const token = useFormToken()
  const sendSelf = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    // Saving is a form of its own kind: the browser sends it.
    if (submitter?.getAttribute('formmethod') !== 'post') onSubmit(event)
  }
  return (
    <form
      key={formKey}
      method="get"
      action="?"
      aria-label={t('briefs.form')}
      onChange={onChange}
      onSubmit={sendSelf}
      className="flex flex-col gap-6"
    >
      <NeedList brief={props.brief} names={props.names} />
      <ProjectFields brief={props.brief} />
      {props.edited && <EditedFields edited={props.edited} />}
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap gap-3">
          <Button look="primary" icon={Search}>
            {t('briefs.show')}
          </Button>
          <Button formMethod="post" name={formTokenField} value={token ?? ''}>
            {t(props.edited ? 'briefs.save_changes' : 'briefs.save')}
          </Button>
        </div>
        <p className="text-muted text-sm">{t(props.isPerson ? 'briefs.save_person' : 'briefs.save_visitor')}</p>
      </div>
      {props.total !== null && <PhoneCount total={props.total} />}
    </form>
  )
}

/** Where the answer stands below the form: how many fit so far, and the way there. */
function PhoneCount({ total }: { total: number }) {
  const { t, format } = useLanguage()
  return (
    <p
      className="border-line bg-surface sticky bottom-0 z-10 -mx-4 border-t px-4 py-1 sm:-mx-6 sm:px-6 lg:hidden"
      data-no-print
    >
      <a href="#matches" className="inline-flex min-h-11 items-center font-semibold underline">
        {t('search.fits', { count: total, value: format.number(total) })}
      </a>
    </p>
  )
}

function EditedFields({ edited: { id, key, revision } }: { edited: EditedBrief }) {
  return (
    <>
      <input type="hidden" name="edit" value={id} />
      {key !== null && <input type="hidden" name="key" value={key} />}
      <input type="hidden" name="revision" value={revision} />
    </>
  )
}

function ProjectFields({ brief }: { brief: Brief }) {
  const { t, format } = useLanguage()
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-2 text-lg font-bold">{t('briefs.project')}</legend>
      <div className="sm:col-span-2">
        <TextField
          id="activity"
          name="activity"
          label={t('briefs.activity')}
          placeholder={t('briefs.activity_example')}
          defaultValue={brief.activity}
          maxLength={300}
        />
      </div>
      <div className="sm:col-span-2">
        <DateField
          id="start"
          name="start"
          label={t('briefs.start')}
          hint={t('briefs.start_hint')}
          defaultValue={brief.startOn ?? ''}
        />
      </div>
      <TextField
        id="jobs"
        name="jobs"
        label={t('briefs.jobs')}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={brief.jobs ?? ''}
      />
      <TextField
        id="investment"
        name="investment"
        label={t('briefs.investment')}
        unit={format.unit('KZT')}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={brief.investmentKzt ?? ''}
      />
    </fieldset>
  )
}

/** Shown when nothing is asked for yet. */
const usual: readonly Criterion[] = ['sector', 'place', 'area', 'electricity']

function NeedList({ brief, names }: Pick<BriefFormProps, 'brief' | 'names'>) {
  const { t } = useLanguage()
  // Which needs stand on top stays as it is while somebody types; the form is drawn anew when the address says so.
  const [shown] = useState(() => criteria.filter((criterion) => usual.includes(criterion) || brief.needs[criterion]))
  const asked = new URLSearchParams(useLocation().search)
  const row = (criterion: Criterion) => (
    <NeedRow
      key={criterion}
      criterion={criterion}
      brief={brief}
      names={names}
      without={brief.needs[criterion] ? `?${withoutNeed(asked, criterion)}` : null}
    />
  )
  return (
    <>
      <section aria-labelledby="needs-title" className="flex flex-col gap-4">
        <h2 id="needs-title" className="text-lg font-bold">
          {t('briefs.needs')}
        </h2>
        {shown.map(row)}
      </section>
      <details className="group">
        <summary className="border-edge hover:border-accent flex min-h-11 items-center justify-between gap-2 rounded-md border px-3 font-medium">
          {t('briefs.more_needs')}
          <Icon of={ChevronDown} size={16} className="group-open:rotate-180" />
        </summary>
        <div className="flex flex-col gap-4 pt-4">
          {criteria.filter((criterion) => !shown.includes(criterion)).map(row)}
        </div>
      </details>
    </>
  )
}
