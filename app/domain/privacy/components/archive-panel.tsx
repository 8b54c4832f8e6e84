import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { Panel } from '#app/ui/panel'
import { Link } from '@remix-run/react'

/** The button under which a browser saves the archive; a plain form, since what comes is a file. */
export function ArchivePanel({ action, text }: { action: string; text: string }) {
  const { t, href } = useLanguage()
  return (
    <Panel title={t('erasure.export.title')}>
      <p>{text}</p>
      <Form method="post" action={action} reloadDocument>
        <Button look="primary">{t('erasure.export.submit')}</Button>
      </Form>
      <p>
        <Link to={href('/privacy')} className="text-accent underline underline-offset-4">
          {t('erasure.about')}
        </Link>
      </p>
    </Panel>
  )
}
