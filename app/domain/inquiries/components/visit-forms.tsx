import { addDays, type LocalDate } from '#app/domain/kernel/local-date'
import { useLanguage } from '#app/platform/i18n/use-language'
import { FieldGroup } from '#app/ui/form/field-group'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import { Notice } from '#app/ui/notice'
import { visitLengths, visitLimits, type VisitView } from '../visits/model'
import { lastVisitDay } from '../visits/rules'
import { Frame, type ActionFormProps } from './action-forms'
import { readReply } from './form-reply'
import { WordsField } from './step-forms'

type ProposalFormProps = ActionFormProps & {
  today: LocalDate
  /** The visit that is moved; null for a new one. */
  visit: VisitView | null
}

const places = ['time1', 'time2', 'time3'] as const
const usualMinutes = '60'

/** One to three times, a place and a contact; the investor chooses. */
export function ProposalForm({ today, visit, ...form }: ProposalFormProps) {
  const { t, format } = useLanguage()
  const { valueOf, errorOf } = readReply(t, form.reply)
  const intent = visit === null ? 'visit' : 'visit_move'
  return (
    <Frame {...form} intent="visit" submit={t(`visits.form.${intent}`)}>
      {visit && <input type="hidden" name="visit" value={visit.id} />}
      {visit && <Notice tone="attention">{t('visits.form.moving')}</Notice>}
      <FieldGroup id="times" legend={t('visits.form.times')} hint={t('visits.form.times_hint')} required>
        <div className="grid gap-4 pt-2 sm:grid-cols-3">
          {places.map((name, index) => (
            <TextField
              key={name}
              id={name}
              name={name}
              type="datetime-local"
              label={t('visits.form.time', { place: index + 1 })}
              min={`${today}T00:00`}
              max={`${addDays(lastVisitDay(today), 1)}T00:00`}
              defaultValue={valueOf(name)}
              error={errorOf(name)}
              required={index === 0}
            />
          ))}
        </div>
      </FieldGroup>
      <SelectField
        id="minutes"
        name="minutes"
        label={t('visits.form.minutes')}
        options={visitLengths.map((minutes) => ({
          value: String(minutes),
          label: t('visits.minutes', { value: format.number(minutes) }),
        }))}
        defaultValue={valueOf('minutes', String(visit?.minutes ?? usualMinutes))}
        error={errorOf('minutes')}
        required
      />
      <MeetingFields reply={form.reply} visit={visit} />
      <WordsField reply={form.reply} label={t('spk.step.text')} />
    </Frame>
  )
}

function MeetingFields({ reply, visit }: Pick<ProposalFormProps, 'reply' | 'visit'>) {
  const { t } = useLanguage()
  const { valueOf, errorOf } = readReply(t, reply)
  return (['place', 'contact'] as const).map((name) => (
    <TextField
      key={name}
      id={name}
      name={name}
      label={t(`visits.${name}`)}
      hint={t(`visits.form.${name}_hint`)}
      defaultValue={valueOf(name, visit?.[name] ?? '')}
      error={errorOf(name)}
      maxLength={visitLimits[name]}
      required
    />
  ))
}

export function CancelVisitForm({ visit, ...form }: ActionFormProps & { visit: VisitView }) {
  const { t } = useLanguage()
  return (
    <Frame {...form} intent="visit_cancel" submit={t('visits.cancel')} look="danger">
      <input type="hidden" name="visit" value={visit.id} />
      <Notice tone="attention">{t('visits.form.cancelling')}</Notice>
      <WordsField reply={form.reply} label={t('spk.step.text')} isRequired />
    </Frame>
  )
}
