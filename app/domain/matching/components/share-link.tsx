import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { TextField } from '#app/ui/form/text-field'
import { Copy } from 'lucide-react'
import { useState } from 'react'

/** The secret link of a brief, ready to be copied, and what it lets people do. */
export function ShareLink({ url, hasOwner }: { url: string; hasOwner: boolean }) {
  const { t } = useLanguage()
  const [said, setSaid] = useState<'copied' | 'not_copied' | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setSaid('copied'),
      () => setSaid('not_copied'),
    )
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-72">
          <TextField
            id="brief-link"
            label={t('briefs.link.label')}
            readOnly
            defaultValue={url}
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
        <div className="needs-script">
          <Button type="button" icon={Copy} onClick={() => void copy()}>
            {t('briefs.link.copy')}
          </Button>
        </div>
      </div>
      <p role="status" className="text-sm">
        {said !== null && t(`briefs.link.${said}`)}
      </p>
      <p className="text-muted text-sm">{t(hasOwner ? 'briefs.link.reads' : 'briefs.link.changes')}</p>
    </div>
  )
}
