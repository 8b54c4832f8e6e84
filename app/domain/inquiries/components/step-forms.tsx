import { useLanguage } from '#app/platform/i18n/use-language'
import { CheckboxField } from '#app/ui/form/checkbox-field'
import { DateField } from '#app/ui/form/date-field'
import { FieldGroup } from '#app/ui/form/field-group'
import { SelectField } from '#app/ui/form/select-field'
import { TextAreaField } from '#app/ui/form/text-area-field'
import { TextField } from '#app/ui/form/text-field'
import { Notice } from '#app/ui/notice'
import { isTakenBackByReopening } from '../clock/workflow'
import { declineReasons, isClosingStep, missingKinds, reconversions, type BodyCase, type OfficialStep } from '../model'
import { textLimits } from '../schema'
import { Frame, type ActionFormProps } from './action-forms'
import { readReply, type FormReply } from './form-reply'

/** A step with words to the investor. */
export function StepForm({ step, ...form }: ActionFormProps & { step: OfficialStep }) {
  const { t } = useLanguage()
  const { valueOf, errorOf } = readReply(t, form.reply)
  const isEnd = isClosingStep(step)
  return (
    <Frame {...form} intent="step" submit={t(`spk.action.${step}`)} look={step === 'declined' ? 'danger' : 'primary'}>
      <input type="hidden" name="step" value={step} />
      <Notice tone={isEnd ? 'attention' : 'accent'}>{t(isEnd ? 'spk.step.ends' : 'spk.step.goes_on')}</Notice>
      {step === 'declined' && (
        <SelectField
          id="reason"
          name="reason"
          label={t('spk.step.reason')}
          options={declineReasons.map((reason) => ({ value: reason, label: t(`inquiries.decline_reason.${reason}`) }))}
          defaultValue={valueOf('reason')}
          error={errorOf('reason')}
          required
        />
      )}
      <WordsField reply={form.reply} label={t('spk.step.text')} hint={t(`spk.step.hint.${step}`)} isRequired />
      {step === 'contracted' && <OutcomeFields reply={form.reply} />}
    </Frame>
  )
}

/** What the contract brings, as far as it is known. */
function OutcomeFields({ reply }: { reply: FormReply | undefined }) {
  const { t } = useLanguage()
  const { valueOf, errorOf } = readReply(t, reply)
  const text = (name: 'contractNumber' | 'contractOn' | 'jobs' | 'investmentKzt') => ({
    ...{ id: name, name, label: t(`casework.outcome.${name}`) },
    defaultValue: valueOf(name),
    error: errorOf(name),
  })
  return (
    <FieldGroup id="outcome" legend={t('casework.outcome.legend')} hint={t('casework.outcome.hint')}>
      <div className="grid gap-4 pt-2 sm:grid-cols-2">
        <TextField {...text('contractNumber')} />
        <DateField {...text('contractOn')} />
        <TextField {...text('jobs')} inputMode="numeric" />
        <TextField {...text('investmentKzt')} inputMode="numeric" unit="₸" />
        <SelectField
          id="reconversion"
          name="reconversion"
          label={t('casework.outcome.reconversion')}
          options={reconversions.map((kind) => ({ value: kind, label: t(`casework.reconversion.${kind}`) }))}
          defaultValue={valueOf('reconversion')}
          error={errorOf('reconversion')}
        />
      </div>
    </FieldGroup>
  )
}

/** What is missing and by when it must come (APPC art. 64.6). */
export function DeficiencyForm({ inquiry, ...form }: ActionFormProps & { inquiry: BodyCase }) {
  const { t, format } = useLanguage()
  const { valuesOf, valueOf, errorOf } = readReply(t, form.reply)
  const { fixFirst, fixLast } = inquiry.terms
  return (
    <Frame {...form} intent="deficient" submit={t('casework.deficient.submit')}>
      <Notice tone="accent">{t('casework.deficient.law')}</Notice>
      <FieldGroup id="missing" legend={t('casework.deficient.missing')} error={errorOf('missing')} required>
        {missingKinds.map((kind) => (
          <CheckboxField
            key={kind}
            id={`missing-${kind}`}
            name="missing"
            value={kind}
            label={t(`inquiries.missing.${kind}`)}
            defaultChecked={valuesOf('missing').includes(kind)}
          />
        ))}
      </FieldGroup>
      <DateField
        id="fixBy"
        name="fixBy"
        label={t('casework.deficient.fix_by')}
        hint={t('casework.deficient.fix_by_hint', { first: format.date(fixFirst), last: format.date(fixLast) })}
        min={fixFirst}
        max={fixLast}
        defaultValue={valueOf('fixBy')}
        error={errorOf('fixBy')}
        required
      />
      <WordsField reply={form.reply} label={t('spk.step.text')} hint={t('casework.deficient.text_hint')} isRequired />
    </Frame>
  )
}

/** The head extends, an officer asks the head to (APPC art. 76.3). */
export function ExtensionForm({ inquiry, ...form }: ActionFormProps & { inquiry: BodyCase }) {
  const { t, format } = useLanguage()
  const { valueOf, errorOf } = readReply(t, form.reply)
  const due = inquiry.clocks.legal?.due ?? null
  const latest = inquiry.terms.extensionLatest
  const isHead = inquiry.canExtend
  return (
    <Frame
      {...form}
      intent={isHead ? 'extend' : 'ask_extension'}
      submit={t(isHead ? 'casework.extension.submit' : 'casework.extension.ask')}
    >
      <Notice tone="accent">{t(isHead ? 'casework.extension.law_head' : 'casework.extension.law_officer')}</Notice>
      <DateField
        id="until"
        name="until"
        label={t('casework.extension.until')}
        hint={
          due === null
            ? undefined
            : t('casework.extension.until_hint', { due: format.date(due), latest: format.date(latest) })
        }
        max={latest}
        defaultValue={valueOf('until')}
        error={errorOf('until')}
        required
      />
      <WordsField
        reply={form.reply}
        label={t('casework.extension.text')}
        hint={t(isHead ? 'casework.extension.text_hint_head' : 'casework.extension.text_hint_officer')}
        isRequired
      />
    </Frame>
  )
}

/** Ends a case that repeats another of the body. */
export function DuplicateForm(form: ActionFormProps) {
  const { t } = useLanguage()
  const { valueOf, errorOf } = readReply(t, form.reply)
  return (
    <Frame {...form} intent="duplicate" submit={t('spk.action.duplicate')}>
      <Notice tone="attention">{t('casework.duplicate.ends')}</Notice>
      <TextField
        id="of"
        name="of"
        label={t('casework.duplicate.of')}
        hint={t('casework.duplicate.of_hint')}
        placeholder="2026-00318"
        defaultValue={valueOf('of')}
        error={errorOf('of')}
        required
      />
      <WordsField reply={form.reply} label={t('spk.step.text')} />
    </Frame>
  )
}

/** Ends what is no inquiry; nobody outside is told. */
export function SpamForm(form: ActionFormProps) {
  const { t } = useLanguage()
  return (
    <Frame {...form} intent="spam" submit={t('spk.action.spam')} look="danger">
      <Notice tone="attention">{t('casework.spam.ends')}</Notice>
      <WordsField reply={form.reply} label={t('casework.spam.text')} hint={t('casework.spam.text_hint')} />
    </Frame>
  )
}

/** Opens the case again; spam and duplicates in one press. */
export function ReopenForm({ inquiry, ...form }: ActionFormProps & { inquiry: BodyCase }) {
  const { t } = useLanguage()
  const isUndo = isTakenBackByReopening(inquiry.state)
  return (
    <Frame {...form} intent="reopen" submit={t(isUndo ? 'casework.reopen.undo' : 'spk.action.reopen')} look="secondary">
      <Notice tone="accent">{t(isUndo ? 'casework.reopen.undo_text' : 'casework.reopen.text')}</Notice>
      {!isUndo && (
        <WordsField
          reply={form.reply}
          label={t('casework.reopen.reason')}
          hint={t('spk.redirect.hint_investor')}
          isRequired
        />
      )}
    </Frame>
  )
}

type WordsFieldProps = {
  reply: FormReply | undefined
  label: string
  hint?: string
  isRequired?: boolean
  /** Where another form of the page has the usual one. */
  id?: string
}

export function WordsField({ reply, label, hint, isRequired = false, id = 'text' }: WordsFieldProps) {
  const { t } = useLanguage()
  const { valueOf, errorOf } = readReply(t, reply)
  return (
    <TextAreaField
      id={id}
      name="text"
      rows={5}
      label={label}
      hint={hint}
      defaultValue={valueOf('text')}
      error={errorOf('text')}
      maxLength={textLimits.text}
      required={isRequired}
      isMarkedOptional={!isRequired}
    />
  )
}
