import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { Notice } from '#app/ui/notice'
import { useNavigation } from '@remix-run/react'
import type { BodyCase } from '../model'
import type { ActionFormProps } from './action-forms'
import { readReply } from './form-reply'
import { OwnLine, OwnText } from './own-words'
import { WordsField } from './step-forms'

type ExtensionPanelProps = ActionFormProps & { inquiry: BodyCase }

const fieldId = 'decision-words'

/** An extension that waits for the head: who asks, until when and why; for the head with both decisions. */
export function ExtensionPanel({ inquiry, formKey, reply }: ExtensionPanelProps) {
  const { t, format } = useLanguage()
  const isBusy = useNavigation().state === 'submitting'
  const { extension } = inquiry
  if (extension === null) return null
  return (
    <Notice tone="attention" title={t('casework.extension.asked', { date: format.date(extension.until) })}>
      <p className="text-muted text-sm">
        <OwnLine>{extension.by}</OwnLine> · {format.dateTime(extension.at)}
      </p>
      <OwnText>{extension.text}</OwnText>
      {inquiry.canExtend ? (
        <Form method="post" noValidate className="mt-3 flex flex-col gap-4" key={formKey}>
          <ErrorSummary
            errors={readReply(t, reply)
              .summary()
              .map((error) => ({ ...error, fieldId }))}
          />
          <input type="hidden" name="intent" value="decide_extension" />
          <input type="hidden" name="form" value={formKey} />
          <WordsField
            id={fieldId}
            reply={reply}
            label={t('casework.extension.decision')}
            hint={t('casework.extension.decision_hint')}
          />
          <div className="flex flex-wrap gap-3">
            <Button look="primary" name="decision" value="approve" isBusy={isBusy}>
              {t('casework.extension.approve')}
            </Button>
            <Button name="decision" value="refuse" isBusy={isBusy}>
              {t('casework.extension.refuse')}
            </Button>
          </div>
        </Form>
      ) : (
        <p>{t('casework.extension.waits')}</p>
      )}
    </Notice>
  )
}
