import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import type { DossierSummary, Gap } from '#app/domain/sites/submission'
import { GapLinks } from './gap-links'
import { useFieldLabel } from '../gap-label'
import { RemarkList } from '../remark-list'
import type { EditorData, Refusal } from '#app/domain/sites/editor-data'
import type { Autosave } from './use-autosave'

type NoticesProps = {
  data: EditorData
  summary: DossierSummary
  refusal: Refusal | null
  autosave: Pick<Autosave, 'insist' | 'merged' | 'conflicts'>
}

/** What the reviewer asked for, who else is here, and why something was not taken. */
export function EditorNotices({ data, summary, refusal, autosave }: NoticesProps) {
  const { t } = useLanguage()
  return (
    <>
      {refusal !== null && <RefusalNotice refusal={refusal} required={summary.required} insist={autosave.insist} />}
      <OthersNotice data={data} autosave={autosave} />
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
      {(code === 'conflict' || code === 'rearranged') && (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button type="button" size="small" onClick={() => window.location.reload()}>
            {t('akimat.take_theirs')}
          </Button>
          {code === 'conflict' && (
            <Button type="button" size="small" look="quiet" onClick={() => insist(Number(params.revision))}>
              {t('akimat.keep_mine')}
            </Button>
          )}
        </div>
      )}
    </Notice>
  )
}

/** Who else is at this draft, and what of their work has come into the form. */
function OthersNotice({ data, autosave }: Pick<NoticesProps, 'data' | 'autosave'>) {
  const { t, format } = useLanguage()
  const label = useFieldLabel()
  const { merged, conflicts } = autosave
  const both = Object.keys(conflicts)
  if (both.length > 0) {
    return (
      <Notice tone="bad" role="alert" title={t('editor.conflict.title')}>
        <ul>
          {both.map((name) => (
            <li key={name}>
              <a href={`#${name}`} className="inline-flex min-h-8 items-center underline">
                {label(name)}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    )
  }
  if (merged !== null && merged.who !== '') {
    return (
      <Notice role="status" tone="neutral" title={t('editor.merged', { who: merged.who })}>
        <p className="text-sm">{merged.names.slice(0, 6).map(label).join('; ')}</p>
      </Notice>
    )
  }
  if (data.other === null) return null
  const when = format.dateTime(new Date(data.other.at)).slice(-5)
  return (
    <Notice tone="neutral" title={t('editor.other', { who: data.other.who, when })}>
      <p className="text-sm">{t('editor.other_text')}</p>
    </Notice>
  )
}
