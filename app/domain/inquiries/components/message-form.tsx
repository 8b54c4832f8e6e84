import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { TextAreaField } from '#app/ui/form/text-area-field'
import { ProgressBar } from '#app/ui/progress-bar'
import { useNavigation } from '@remix-run/react'
import { textLimits } from '../schema'
import { FilesField } from './files-field'
import { readReply, type FormReply } from './form-reply'
import { useMessageSending } from './use-message-sending'

type MessageFormProps = {
  part: number
  formKey: string
  reply: FormReply | undefined
  /** Address that takes a message and answers in JSON, for a page that shows how far the files have got. */
  target: string
  /** Something else on the page is what the body waits for. */
  isSecondary?: boolean
}

/** The investor writes, with files. */
export function MessageForm({ part, formKey, reply, target, isSecondary = false }: MessageFormProps) {
  const { t, format } = useLanguage()
  const sending = useMessageSending(target)
  const { valueOf, errorOf } = readReply(t, sending.reply ?? reply)
  const isBusy = useNavigation().state === 'submitting' || sending.share !== null
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      noValidate
      onSubmit={sending.onSubmit}
      className="flex flex-col gap-3"
      key={formKey}
      data-no-print
    >
      <input type="hidden" name="intent" value="message" />
      <input type="hidden" name="form" value={formKey} />
      <input type="hidden" name="part" value={part} />
      <TextAreaField
        id={`text-${part}`}
        name="text"
        label={t('inquiries.case.message')}
        defaultValue={valueOf('text')}
        error={errorOf('text')}
        maxLength={textLimits.text}
        required
      />
      <FilesField id={`files-${part}`} access="parties" error={errorOf('files')} />
      <div role="status">
        {sending.share !== null && sending.share < 1 && (
          <ProgressBar
            label={t('investor.file.sending', { share: format.percent(sending.share) })}
            share={sending.share}
          />
        )}
        {sending.share === 1 && <p className="text-muted">{t('investor.file.looking')}</p>}
      </div>
      <div>
        <Button look={isSecondary ? 'secondary' : 'primary'} isBusy={isBusy}>
          {t('inquiries.case.send')}
        </Button>
      </div>
    </Form>
  )
}
