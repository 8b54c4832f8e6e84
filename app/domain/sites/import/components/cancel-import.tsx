import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { buttonClass } from '#app/ui/button-class'
import { Form } from '#app/ui/form/form'

/** Asks once more before the file and what was found in it are removed. */
export function CancelImport() {
  const { t } = useLanguage()
  return (
    <details className="flex flex-col">
      <summary className={`${buttonClass({ look: 'quiet' })} w-fit cursor-pointer list-none`}>
        {t('imports.cancel')}
      </summary>
      <Form method="post" className="flex flex-col items-start gap-3 pt-3">
        <p className="max-w-text">{t('imports.cancel_sure')}</p>
        <Button look="danger" name="intent" value="cancel">
          {t('imports.cancel')}
        </Button>
      </Form>
    </details>
  )
}
