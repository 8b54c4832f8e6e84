import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import type { DossierSummary, Gap } from '#app/domain/sites/submission'
import { GapLinks } from './gap-links'
import { RemarkList } from '../remark-list'
import type { EditorData, Refusal } from '#app/domain/sites/editor-data'

type NoticesProps = {
  data: EditorData
  summary: DossierSummary
  refusal: Refusal | null
  insist: (revision: number) => void
}

/** What the reviewer asked for, and why something was not taken. */
export function EditorNotices({ data, summary, refusal, insist }: NoticesProps) {
  const { t } = useLanguage()
  return (
    <>
      {refusal !== null && <RefusalNotice refusal={refusal} required={summary.required} insist={insist} />}
      {data.isReturned && data.remarks.length > 0 && (
        <Notice tone="attention" title={t('akimat.returned_title')}>
          <RemarkList remarks={data.remarks} />
        </Notice>
      )}
    </>
  )
}

type RefusalProps = { refusal: Refusal; required: Gap[]; insist: (revision: number) => void }

function RefusalNotice({ refusal, required, insist }: RefusalProps) {
  const { t, format } = useLanguage()
  const { code, params = {} } = refusal
  const facts = {
    who: String(params.who ?? ''),
    when: typeof params.at === 'string' ? format.dateTime(new Date(params.at)) : '',
  }
  return (
    <Notice tone="bad" role="alert" title={t(`akimat.refusal.${code}.title`)}>
      <p>{t(`akimat.refusal.${code}.text`, facts)}</p>
      {code === 'incomplete' && <GapLinks gaps={required} />}
      {code === 'conflict' && (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button type="button" size="small" onClick={() => window.location.reload()}>
            {t('akimat.take_theirs')}
          </Button>
          <Button type="button" size="small" look="quiet" onClick={() => insist(Number(params.revision))}>
            {t('akimat.keep_mine')}
          </Button>
        </div>
      )}
    </Notice>
  )
}
