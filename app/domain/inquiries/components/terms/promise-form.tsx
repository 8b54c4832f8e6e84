import type { ServicePromise } from '#app/domain/inquiries/terms/model'
import { sayTime } from '#app/domain/inquiries/terms/schema'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { DateField } from '#app/ui/form/date-field'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { TextField } from '#app/ui/form/text-field'
import { useNavigation } from '@remix-run/react'
import { readReply, type FormReply } from '../form-reply'

const order = ['from', 'firstAnswerDays', 'nextStepDays', 'warnPercent', 'officeStart', 'officeEnd', 'citation']

type FormProps = { current: ServicePromise; newest: number; reply: FormReply | null | undefined }

/** What the service promises from a day to come on, beginning with what it promises today. */
export function PromiseForm({ current, newest, reply }: FormProps) {
  const { t } = useLanguage()
  const { state } = useNavigation()
  const { valueOf, errorOf, summary } = readReply(t, reply)
  const field = (name: string, stored: string | number = '') => ({
    ...{ id: name, name, defaultValue: valueOf(name, String(stored)), required: true },
    error: errorOf(name),
  })
  return (
    <Form method="post" action="?" noValidate className="flex flex-col gap-5">
      <h2 className="text-lg font-bold">{t('terms.new')}</h2>
      <p className="max-w-text text-muted">{t('terms.new_lead')}</p>
      <ErrorSummary errors={summary(order)} />
      <input type="hidden" name="newest" value={newest} />
      <div className="grid gap-5 sm:grid-cols-2">
        <DateField {...field('from')} label={t('terms.from')} hint={t('terms.from_hint')} />
        <TextField
          {...field('firstAnswerDays', current.firstAnswerDays)}
          label={t('terms.first_answer')}
          unit={t('terms.unit_days')}
          inputMode="numeric"
        />
        <TextField
          {...field('nextStepDays', current.nextStepDays)}
          label={t('terms.next_step')}
          unit={t('terms.unit_days')}
          inputMode="numeric"
        />
        <TextField
          {...field('warnPercent', current.warnPercent)}
          label={t('terms.warn')}
          unit="%"
          inputMode="numeric"
        />
        <TextField
          {...field('officeStart', sayTime(current.officeStart))}
          label={t('terms.office_start')}
          type="time"
        />
        <TextField {...field('officeEnd', sayTime(current.officeEnd))} label={t('terms.office_end')} type="time" />
        <div className="sm:col-span-2">
          <TextField {...field('citation')} label={t('terms.citation')} hint={t('terms.citation_hint')} />
        </div>
      </div>
      <div>
        <Button look="primary" name="intent" value="plan" isBusy={state === 'submitting'}>
          {t('terms.plan')}
        </Button>
      </div>
    </Form>
  )
}
