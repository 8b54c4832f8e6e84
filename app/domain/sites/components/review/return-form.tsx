import { revisionField, type ReviewReply } from '#app/domain/sites/form/review-form'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { useNavigation } from '@remix-run/react'
import { RemarkField, returnFormId } from './remark-field'

/** Back to the editors, with all remarks of the page and one about the whole. */
export function ReturnForm({ revision, reply }: { revision: number; reply: ReviewReply | undefined }) {
  const { t } = useLanguage()
  const { state } = useNavigation()
  return (
    <Form id={returnFormId} method="post" action="?" noValidate className="flex flex-col gap-4">
      <input type="hidden" name={revisionField} value={revision} />
      <p className="text-muted text-sm">{t('review.remark.lead')}</p>
      <RemarkField about={null} label={t('review.remark.whole')} reply={reply} />
      <div>
        <Button name="intent" value="return" isBusy={state === 'submitting'}>
          {t('akimat.review.return')}
        </Button>
      </div>
    </Form>
  )
}
