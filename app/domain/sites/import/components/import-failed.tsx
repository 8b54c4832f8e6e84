import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import type { ImportPage } from '../preview'

/** Why nothing came of a file, and what to do. */
export function ImportFailed({ page }: { page: ImportPage }) {
  const { t, format, href } = useLanguage()
  const { code, params } = page.fault ?? { code: 'failed', params: {} }
  // Every fault has its words; which facts they need differs, so the types of `t` cannot tell.
  const say = t as (key: string, facts: Record<string, string>) => string
  const facts = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'number' ? format.number(value) : value,
  ])
  return (
    <div className="max-w-text flex flex-col gap-4">
      <Notice tone="bad" title={t('imports.not_taken_title')} role="alert">
        <p>{say(`imports.fault.${code}`, Object.fromEntries(facts) as Record<string, string>)}</p>
      </Notice>
      <Form method="post" className="flex flex-wrap gap-3">
        {code === 'failed' && (
          <Button look="primary" name="intent" value="retry">
            {t('imports.go_on')}
          </Button>
        )}
        <LinkButton to={href('/akimat/import')}>{t('imports.another')}</LinkButton>
      </Form>
    </div>
  )
}
