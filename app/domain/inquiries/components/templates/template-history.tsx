import type { TemplateVersion } from '#app/domain/inquiries/templates/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { OwnLine } from '../own-words'
import { TemplateText } from './template-text'

type HistoryProps = { versions: readonly TemplateVersion[]; canEdit: boolean }

/** Every saved state, newest first; each can be looked at and brought back. */
export function TemplateHistory({ versions, canEdit }: HistoryProps) {
  const { t, format } = useLanguage()
  const newest = versions[0]?.version ?? 0
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-bold">{t('templates.history')}</h2>
      <ol className="divide-line flex flex-col divide-y">
        {versions.map((version) => (
          <li key={version.version} className="flex flex-col gap-2 py-3">
            <p className="flex flex-wrap gap-x-3">
              <span className="font-semibold">{t('templates.version', { version: version.version })}</span>
              <span className="text-muted">{format.dateTime(version.savedAt)}</span>
              <span className="text-muted">
                {version.by === null ? t('templates.by_product') : <OwnLine>{version.by}</OwnLine>}
              </span>
              {version.isRetired && <span className="text-muted">{t('templates.retired')}</span>}
            </p>
            {version.note !== '' && <OwnLine>{version.note}</OwnLine>}
            {version.version !== newest && (
              <details>
                <summary className="inline-flex min-h-11 cursor-pointer items-center underline">
                  {t('templates.show_version', { version: version.version })}
                </summary>
                <div className="flex flex-col gap-3 pt-2">
                  <TemplateText template={version} />
                  {canEdit && <RestoreForm newest={newest} earlier={version.version} />}
                </div>
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function RestoreForm({ newest, earlier }: { newest: number; earlier: number }) {
  const { t } = useLanguage()
  return (
    <Form method="post" action="?">
      <input type="hidden" name="version" value={newest} />
      <input type="hidden" name="earlier" value={earlier} />
      <Button name="intent" value="restore">
        {t('templates.restore', { version: earlier })}
      </Button>
    </Form>
  )
}
