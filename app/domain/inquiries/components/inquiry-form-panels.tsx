import { NeedTable } from '#app/domain/matching/components/need-table'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { CheckboxField } from '#app/ui/form/checkbox-field'
import { Notice } from '#app/ui/notice'
import type { SentBrief } from '../sent-brief'

/** The brief that goes with the inquiry, unless the investor keeps it back. */
export function BriefPanel({ brief, isSent }: { brief: SentBrief; isSent: boolean }) {
  const { t } = useLanguage()
  return (
    <div className="border-line flex flex-col gap-2 rounded-lg border p-4">
      <CheckboxField
        id="withBrief"
        name="withBrief"
        label={t('investor.form.with_brief')}
        hint={t('investor.form.with_brief_hint')}
        defaultChecked={isSent}
      />
      <NeedTable needs={brief.needs} project={brief.project} />
    </div>
  )
}

/** The inquiry repeats an earlier one: its link can be had once more, or it is sent all the same. */
export function RepeatPanel() {
  const { t } = useLanguage()
  return (
    <Notice tone="attention" title={t('investor.duplicate.title')}>
      <div className="flex flex-col items-start gap-3">
        <p>{t('investor.duplicate.text')}</p>
        <Button name="intent" value="resend">
          {t('investor.duplicate.resend')}
        </Button>
        <CheckboxField id="again" name="again" label={t('investor.duplicate.again')} />
      </div>
    </Notice>
  )
}
