import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Chip } from '#app/ui/chip'
import { DateField } from '#app/ui/form/date-field'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import { useNavigation } from '@remix-run/react'
import type { AbsenceView, TeamData } from '../team'
import { readReply, type FormReply } from './form-reply'
import { OwnLine } from './own-words'

type AbsenceSectionProps = { data: TeamData; reply: FormReply | undefined }

/** Who is away and when: no new case goes to them on these days. */
export function AbsenceSection({ data, reply }: AbsenceSectionProps) {
  const { t } = useLanguage()
  const { absences } = data.team
  return (
    <section aria-labelledby="absences" className="flex flex-col gap-4">
      <div>
        <h2 id="absences" className="text-lg font-bold">
          {t('spk.absence.title')}
        </h2>
        <p className="text-muted max-w-text text-sm">{t('spk.absence.lead')}</p>
      </div>
      {absences.length === 0 ? (
        <p className="text-muted">{t('spk.absence.none')}</p>
      ) : (
        <ul className="border-line divide-line divide-y border-y">
          {absences.map((absence) => (
            <AbsenceLine key={absence.id} absence={absence} />
          ))}
        </ul>
      )}
      <AbsenceForm data={data} reply={reply} />
    </section>
  )
}

function AbsenceLine({ absence }: { absence: AbsenceView }) {
  const { t, format } = useLanguage()
  const { name, firstDay, lastDay, reason, standIn } = absence
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          <OwnLine>{name}</OwnLine>
          {absence.isNow && <Chip tone="attention">{t('spk.absence.now')}</Chip>}
        </p>
        <p className="text-muted text-sm">
          {format.date(firstDay)} – {format.date(lastDay)}
          {reason !== '' && (
            <>
              {' · '}
              <OwnLine>{reason}</OwnLine>
            </>
          )}
          {standIn !== null && (
            <>
              {` · ${t('spk.absence.stand_in')}: `}
              <OwnLine>{standIn}</OwnLine>
            </>
          )}
        </p>
      </div>
      <Form method="post">
        <input type="hidden" name="absence" value={absence.id} />
        <Button name="intent" value="present" size="small">
          {t('spk.absence.cancel')}
          <span className="sr-only">: {name}</span>
        </Button>
      </Form>
    </li>
  )
}

function AbsenceForm({ data, reply }: AbsenceSectionProps) {
  const { t } = useLanguage()
  const { valueOf, errorOf, summary } = readReply(t, reply)
  const isBusy = useNavigation().state === 'submitting'
  const people = data.team.people.map(({ userId, name }) => ({ value: userId, label: name }))
  return (
    <Form method="post" noValidate key={data.formKey} className="flex flex-col gap-4">
      <ErrorSummary errors={summary(['userId', 'firstDay', 'lastDay', 'standInId', 'reason'])} />
      <input type="hidden" name="form" value={data.formKey} />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <SelectField
          id="userId"
          name="userId"
          label={t('spk.absence.who')}
          options={people}
          defaultValue={valueOf('userId')}
          error={errorOf('userId')}
          required
        />
        <DateField
          id="firstDay"
          name="firstDay"
          label={t('spk.absence.first_day')}
          defaultValue={valueOf('firstDay', data.today)}
          error={errorOf('firstDay')}
          required
        />
        <DateField
          id="lastDay"
          name="lastDay"
          label={t('spk.absence.last_day')}
          defaultValue={valueOf('lastDay')}
          error={errorOf('lastDay')}
          required
        />
        <SelectField
          id="standInId"
          name="standInId"
          label={t('spk.absence.stand_in')}
          emptyLabel={t('spk.absence.no_stand_in')}
          options={people}
          defaultValue={valueOf('standInId')}
          error={errorOf('standInId')}
          isMarkedOptional
        />
      </div>
      <ReasonField value={valueOf('reason')} error={errorOf('reason')} />
      <div>
        <Button isBusy={isBusy}>{t('spk.absence.save')}</Button>
      </div>
    </Form>
  )
}

function ReasonField({ value, error }: { value: string; error: string[] | undefined }) {
  const { t } = useLanguage()
  return (
    <div className="max-w-md">
      <TextField
        id="reason"
        name="reason"
        label={t('spk.absence.reason')}
        hint={t('spk.absence.reason_hint')}
        defaultValue={value}
        error={error}
        maxLength={200}
        isMarkedOptional
      />
    </div>
  )
}
