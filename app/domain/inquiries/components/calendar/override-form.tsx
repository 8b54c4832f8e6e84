import type { YearDay } from '#app/domain/inquiries/calendar/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { SegmentedField } from '#app/ui/form/choice-fields'
import { DateField } from '#app/ui/form/date-field'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { TextField } from '#app/ui/form/text-field'
import { Panel } from '#app/ui/panel'
import { useNavigation } from '@remix-run/react'
import { readReply, type FormReply } from '../form-reply'
import { useDayWords } from './year-view'

type OverrideFormProps = {
  /** The day that was chosen in the year. */
  day: YearDay | null
  /** Key of this opened form. */
  form: string
  reply: FormReply | null | undefined
  preview: { open: number; moved: number } | null
}

/** Makes a day worked or not against the reference data; what would move is said before it is saved. */
export function OverrideForm({ day, form, reply, preview }: OverrideFormProps) {
  const { t } = useLanguage()
  const { state } = useNavigation()
  const sayDay = useDayWords()
  const { valueOf, summary } = readReply(t, reply)
  return (
    <Form
      key={`${day?.date} ${form}`}
      id="override"
      method="post"
      action="?"
      noValidate
      className="flex scroll-mt-6 flex-col gap-5"
    >
      <h2 className="text-lg font-bold">{t('calendar.change')}</h2>
      {day && <p>{sayDay(day)}</p>}
      <ErrorSummary errors={summary(['date', 'working', 'reason', 'source'])} />
      <input type="hidden" name="form" value={valueOf('form', form)} />
      <OverrideFields day={day} reply={reply} />
      {preview && <MovedPanel preview={preview} />}
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="preview">
          {t('calendar.preview')}
        </Button>
        {preview && (
          <Button look="primary" name="intent" value="set" isBusy={state === 'submitting'}>
            {t('ui.action.save')}
          </Button>
        )}
        {day?.override && (
          <Button look="danger" name="intent" value="remove">
            {t('calendar.remove')}
          </Button>
        )}
      </div>
    </Form>
  )
}

function OverrideFields({ day, reply }: Pick<OverrideFormProps, 'day' | 'reply'>) {
  const { t } = useLanguage()
  const { valueOf, errorOf } = readReply(t, reply)
  const field = (name: string, stored = '') => ({
    ...{ id: name, name, defaultValue: valueOf(name, stored) },
    error: errorOf(name),
  })
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <DateField {...field('date', day?.date)} label={t('calendar.day')} required />
      <SegmentedField
        {...field('working', day ? (day.isWorking ? 'no' : 'yes') : '')}
        label={t('calendar.becomes')}
        required
        options={[
          { value: 'no', label: t('calendar.off') },
          { value: 'yes', label: t('calendar.working') },
        ]}
      />
      <TextField
        {...field('reason', day?.override?.reason)}
        label={t('calendar.reason')}
        hint={t('calendar.reason_hint')}
        required
      />
      <TextField
        {...field('source', day?.override?.source)}
        label={t('calendar.source')}
        hint={t('calendar.source_hint')}
        required
      />
    </div>
  )
}

function MovedPanel({ preview }: { preview: { open: number; moved: number } }) {
  const { t, format } = useLanguage()
  return (
    <Panel title={t('calendar.preview_title')} tone="attention">
      <p role="status">
        {t('calendar.moves', {
          count: preview.moved,
          value: format.number(preview.moved),
          open: format.number(preview.open),
        })}
      </p>
      {preview.moved > 0 && <p>{t('calendar.will_tell')}</p>}
    </Panel>
  )
}
