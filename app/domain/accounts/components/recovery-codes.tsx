import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { LinkButton } from '#app/ui/link-button'
import { Panel } from '#app/ui/panel'
import { useState } from 'react'

/** Codes that are shown this once; `next` is where the person goes on. */
export function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const { t } = useLanguage()
  const [said, setSaid] = useState<'copied' | 'not_copied' | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => setSaid('copied'),
      () => setSaid('not_copied'),
    )
  return (
    <Panel title={t('accounts.factor.codes_title')} tone="attention">
      <p>{t('accounts.factor.codes_lead')}</p>
      <ul translate="no" className="grid gap-x-8 gap-y-1 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2" data-no-print>
        <LinkButton look="primary" to={next} reloadDocument>
          {t('accounts.factor.saved')}
        </LinkButton>
        <div className="needs-script flex flex-wrap gap-2">
          <Button type="button" onClick={() => window.print()}>
            {t('accounts.factor.print')}
          </Button>
          <Button type="button" look="quiet" onClick={() => void copy()}>
            {t('accounts.factor.copy')}
          </Button>
        </div>
        <span role="status" className="text-muted text-sm">
          {said !== null && t(`accounts.factor.${said}`)}
        </span>
      </div>
    </Panel>
  )
}
