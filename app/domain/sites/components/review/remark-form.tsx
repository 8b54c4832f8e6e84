import { dossierGroups } from '#app/domain/sites/submission'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { SelectField } from '#app/ui/form/select-field'
import { TextAreaField } from '#app/ui/form/text-area-field'
import { Form, useNavigation } from '@remix-run/react'
import { readReply, type FormReply } from '../form-reply'

/** Back to the editors, with what has to be changed and where. */
export function RemarkForm({ reply }: { reply: FormReply | undefined }) {
  const { t } = useLanguage()
  const { valueOf, errorOf } = readReply(t, reply)
  const { state } = useNavigation()
  return (
    <Form method="post" action="?" noValidate className="flex flex-col gap-4">
      <SelectField
        id="group"
        name="group"
        label={t('akimat.review.group')}
        defaultValue={valueOf('group')}
        emptyLabel={t('akimat.review.whole')}
        options={dossierGroups.map((value) => ({ value, label: t(`akimat.group.${value}`) }))}
      />
      <TextAreaField
        id="text"
        name="text"
        label={t('akimat.review.remark')}
        defaultValue={valueOf('text')}
        error={errorOf('text')}
        required
      />
      <div>
        <Button isBusy={state === 'submitting'}>{t('akimat.review.return')}</Button>
      </div>
    </Form>
  )
}
