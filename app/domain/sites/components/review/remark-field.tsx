import { textLimits } from '#app/domain/sites/limits'
import { remarkField, type ReviewReply } from '#app/domain/sites/form/review-form'
import { useLanguage } from '#app/platform/i18n/use-language'
import { TextAreaField } from '#app/ui/form/text-area-field'

/** Id of the form that all remarks of the page belong to. */
export const returnFormId = 'return-form'

type RemarkFieldProps = {
  /** Field or group that it is about; null for the whole. */
  about: string | null
  label: string
  hint?: string
  reply: ReviewReply | undefined
  isLabelHidden?: boolean
}

/** A remark of the return, wherever on the page it stands. */
export function RemarkField({ about, label, hint, reply, isLabelHidden }: RemarkFieldProps) {
  const { t } = useLanguage()
  const name = about === null ? remarkField : `${remarkField}.${about}`
  const error = reply?.errors[name]
  const { text: max } = textLimits
  return (
    <TextAreaField
      id={name}
      name={name}
      form={returnFormId}
      label={label}
      hint={hint}
      isLabelHidden={isLabelHidden}
      defaultValue={reply?.values[name]?.[0]}
      error={error && [error === 'missing' ? t('review.remark.missing') : t('sites.error.too_long', { max })]}
      rows={2}
    />
  )
}

/** A remark that is folded until it is wanted; opens without a script. */
export function FoldedRemark({ summary, ...field }: RemarkFieldProps & { about: string; summary: string }) {
  const typed = field.reply?.values[`${remarkField}.${field.about}`]?.[0] ?? ''
  return (
    <details open={typed !== ''} className="min-w-0 font-normal">
      <summary className="text-accent inline-flex min-h-8 cursor-pointer items-center text-sm underline">
        {summary}
        <span className="sr-only">: {field.label}</span>
      </summary>
      <RemarkField {...field} isLabelHidden />
    </details>
  )
}
