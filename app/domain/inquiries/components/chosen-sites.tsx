import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { TextField } from '#app/ui/form/text-field'
import { Panel } from '#app/ui/panel'
import type { SiteBrief } from '../model'
import { maxSites } from '../schema'
import { inquiryFormId } from './inquiry-form'
import { readReply, type FormReply } from './form-reply'
import { SitePanel } from './site-panel'

type ChosenSitesProps = { sites: readonly SiteBrief[]; reply: FormReply | undefined }

/** The sites of an inquiry: taken out and added with the form around them as it is typed. */
export function ChosenSites({ sites, reply }: ChosenSitesProps) {
  const { t } = useLanguage()
  const { valueOf, errorOf } = readReply(t, reply)
  return (
    <Panel title={t('inquiries.form.sites')}>
      <div id="site" tabIndex={-1} className="flex flex-col gap-4">
        {sites.map((site) => (
          <div key={site.number}>
            <SitePanel site={site} look="card" />
            {sites.length > 1 && (
              <Button
                form={inquiryFormId}
                name="intent"
                value={`remove:${site.number}`}
                look="quiet"
                size="small"
                isFlush
              >
                {t('inquiries.form.remove_site', { number: site.number })}
              </Button>
            )}
          </div>
        ))}
      </div>
      {sites.length < maxSites && (
        <div className="border-line flex flex-col items-start gap-2 border-t pt-4">
          <TextField
            // A number that was taken leaves the field.
            key={sites.length}
            id="add"
            name="add"
            form={inquiryFormId}
            label={t('investor.form.add_site')}
            hint={t('investor.form.add_hint', { max: maxSites })}
            placeholder="BLQ-0042"
            autoComplete="off"
            defaultValue={valueOf('add')}
            error={errorOf('add')}
          />
          <Button form={inquiryFormId} name="intent" value="add" size="small">
            {t('investor.form.add_action')}
          </Button>
        </div>
      )}
    </Panel>
  )
}
