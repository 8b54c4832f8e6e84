import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { RemarkList } from '../remark-list'
import type { EditorData, Refusal } from '#app/domain/sites/editor-data'

type NoticesProps = { data: EditorData; refusal: Refusal | null; insist: (revision: number) => void }

/** What the reviewer asked for, and why something was not taken. */
export function EditorNotices({ data, refusal, insist }: NoticesProps) {
  const { t } = useLanguage()
  return (
    <>
      {refusal !== null && <RefusalNotice refusal={refusal} insist={insist} />}
      {data.isReturned && data.remarks.length > 0 && (
        <Notice tone="attention" title={t('akimat.returned_title')}>
          <RemarkList remarks={data.remarks} />
        </Notice>
      )}
    </>
  )
}

function RefusalNotice({ refusal, insist }: { refusal: Refusal; insist: (revision: number) => void }) {
  const { t, format } = useLanguage()
  const { code, params = {} } = refusal
  const facts = {
    who: String(params.who ?? ''),
    when: typeof params.at === 'string' ? format.dateTime(new Date(params.at)) : '',
  }
  return (
    <Notice tone="bad" role="alert" title={t(`akimat.refusal.${code}.title`)}>
      <p>{t(`akimat.refusal.${code}.text`, facts)}</p>
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
