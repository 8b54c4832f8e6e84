import { useLanguage } from '#app/platform/i18n/use-language'
import { TextAreaField } from '#app/ui/form/text-area-field'
import { Notice } from '#app/ui/notice'

type RefusalNoticeProps = {
  refused: { code: string; params: Record<string, string | number>; text: string | null }
}

/** Why nothing was done, with who was first; what was typed can be copied. */
export function RefusalNotice({ refused: { code, params, text } }: RefusalNoticeProps) {
  const { t } = useLanguage()
  return (
    <Notice tone="bad" role="alert" title={t(`casework.refused.${code as 'not_allowed'}`, params)}>
      {text !== null && (
        <TextAreaField id="unsent" label={t('casework.unsent')} rows={4} defaultValue={text} readOnly />
      )}
    </Notice>
  )
}
