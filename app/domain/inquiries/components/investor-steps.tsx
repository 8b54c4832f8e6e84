import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { ChoiceField } from '#app/ui/form/choice-fields'
import { Form } from '#app/ui/form/form'
import { TextAreaField } from '#app/ui/form/text-area-field'
import { Panel } from '#app/ui/panel'
import { useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { InvestorCase, InvestorIntent } from '../model'
import { textLimits } from '../schema'
import type { VisitView } from '../visits/model'
import { readReply, type FormReply } from './form-reply'
import { VisitCard } from './visit-card'

type InvestorStepsProps = {
  part: InvestorCase['parts'][number]
  /** One for each form, as long as the page is open. */
  keys: Record<InvestorIntent, string>
  /** The form that came back, when it is one of these. */
  answered: { intent: InvestorIntent; reply: FormReply } | null
  /** Address of the calendar file of a visit. */
  fileOf: (visit: string) => string
}

/** What the body asks of the investor: to choose a time, to complete the inquiry; and after the end, to ask anew. */
export function InvestorSteps({ part, keys, answered, fileOf }: InvestorStepsProps) {
  const { t, format } = useLanguage()
  const form = (intent: InvestorIntent) => ({
    ...{ intent, part: part.part, formKey: keys[intent] },
    reply: answered?.intent === intent ? answered.reply : undefined,
  })
  return (
    <>
      {part.visits.map((visit) => (
        <VisitCard key={visit.id} visit={visit} file={fileOf(visit.id)}>
          {!visit.isPast && (
            <div className="flex flex-col gap-4" data-no-print>
              {visit.startsAt === null && <ChooseTime visit={visit} {...form('visit_accept')} />}
              <OtherTimes visit={visit} {...form('visit_times')} />
            </div>
          )}
        </VisitCard>
      ))}
      {part.deficiency !== null && (
        <Panel title={t('inquiries.deficiency.title')} tone="attention">
          <p>{t('inquiries.deficiency.until', { date: format.longDate(part.deficiency.fixBy) })}</p>
          <ul className="list-disc pl-5">
            {part.deficiency.missing.map((kind) => (
              <li key={kind}>{t(`inquiries.missing.${kind}`)}</li>
            ))}
          </ul>
          <p className="text-muted text-sm">{t('inquiries.deficiency.law')}</p>
          <WordsForm
            {...form('complete')}
            label={t('inquiries.deficiency.answer')}
            submit={t('inquiries.deficiency.send')}
          />
        </Panel>
      )}
      {part.canReopen && (
        <Panel title={t('inquiries.again.title')}>
          <p>{t('inquiries.again.text')}</p>
          <WordsForm {...form('reopen')} label={t('inquiries.again.why')} submit={t('inquiries.again.send')} />
        </Panel>
      )}
    </>
  )
}

type StepFormProps = { intent: InvestorIntent; part: number; formKey: string; reply: FormReply | undefined }

function StepFrame({ intent, part, formKey, reply, children }: StepFormProps & { children: ReactNode }) {
  const { t } = useLanguage()
  return (
    <Form method="post" noValidate className="flex flex-col gap-3" key={formKey}>
      <ErrorSummary
        errors={readReply(t, reply)
          .summary()
          .map((error) => ({ ...error, fieldId: idOf(intent, part) }))}
      />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="form" value={formKey} />
      <input type="hidden" name="part" value={part} />
      {children}
    </Form>
  )
}

const idOf = (intent: InvestorIntent, part: number) => `${intent}-${part}`

function ChooseTime({ visit, ...form }: StepFormProps & { visit: VisitView }) {
  const { t, format } = useLanguage()
  const { valueOf, errorOf } = readReply(t, form.reply)
  const isBusy = useNavigation().state === 'submitting'
  return (
    <StepFrame {...form}>
      <input type="hidden" name="visit" value={visit.id} />
      <ChoiceField
        id={idOf(form.intent, form.part)}
        name="time"
        label={t('visits.choose')}
        options={visit.times.map((time) => ({ value: time, label: format.dayAndTime(new Date(time)) }))}
        defaultValue={valueOf('time', visit.times.length === 1 ? visit.times[0] : '')}
        error={[...(errorOf('time') ?? []), ...(errorOf('visit') ?? [])]}
        required
      />
      <div>
        <Button look="primary" isBusy={isBusy}>
          {t('visits.accept')}
        </Button>
      </div>
    </StepFrame>
  )
}

function OtherTimes({ visit, ...form }: StepFormProps & { visit: VisitView }) {
  const { t } = useLanguage()
  return (
    <details open={form.reply !== undefined}>
      <summary className="text-accent inline-flex min-h-11 cursor-pointer items-center font-medium">
        {t('visits.other')}
      </summary>
      <WordsForm
        {...form}
        label={t('visits.other_label')}
        hint={t('visits.other_hint')}
        submit={t('visits.other_send')}
      >
        <input type="hidden" name="visit" value={visit.id} />
      </WordsForm>
    </details>
  )
}

type WordsFormProps = StepFormProps & { label: string; hint?: string; submit: string; children?: ReactNode }

function WordsForm({ label, hint, submit, children, ...form }: WordsFormProps) {
  const { t } = useLanguage()
  const { valueOf, errorOf } = readReply(t, form.reply)
  const isBusy = useNavigation().state === 'submitting'
  return (
    <StepFrame {...form}>
      {children}
      <TextAreaField
        id={idOf(form.intent, form.part)}
        name="text"
        label={label}
        hint={hint}
        defaultValue={valueOf('text')}
        error={errorOf('text')}
        maxLength={textLimits.text}
        required
      />
      <div>
        <Button look={form.intent === 'complete' ? 'primary' : 'secondary'} isBusy={isBusy}>
          {submit}
        </Button>
      </div>
    </StepFrame>
  )
}
