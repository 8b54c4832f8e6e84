import { useLanguage } from '#app/platform/i18n/use-language'
import { useFieldLabel } from './gap-label'
import type { EditorRemark } from '#app/domain/sites/editor-data'

/** The reviewer's words, newest first, with who wrote them and about which part. */
export function RemarkList({ remarks }: { remarks: readonly EditorRemark[] }) {
  const { t, format } = useLanguage()
  const label = useFieldLabel()
  return (
    <ul className="flex flex-col gap-2">
      {remarks.map((remark) => (
        <li key={`${remark.at} ${remark.field ?? ''}`}>
          <p lang="kk" className="whitespace-pre-line">
            {remark.text}
          </p>
          <p className="text-muted text-sm">
            {remark.group !== null && <>{t(`akimat.group.${remark.group}`)} · </>}
            {remark.field !== null && remark.field !== remark.group && <>{label(remark.field)} · </>}
            <span lang="kk">{remark.author}</span> · {format.dateTime(new Date(remark.at))}
          </p>
        </li>
      ))}
    </ul>
  )
}
