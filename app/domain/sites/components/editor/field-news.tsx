import { useValueWords } from '#app/domain/sites/components/review/value-words'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { useContext, type ReactNode } from 'react'
import { EditorFields } from './use-editor-field'

/** A control with what others say to it: the reviewer's remark, and the value of somebody who changed it meanwhile. */
export function WithNews({ name, children }: { name: string; children: ReactNode }) {
  const { conflicts, remarks } = useContext(EditorFields)
  const own = remarks.filter((remark) => remark.field === name)
  // Always the same elements around the control: drawn anew it would lose what is being typed.
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {children}
      {own.map((remark) => (
        <p key={remark.at} lang="kk" className="border-wheat bg-wheat-soft rounded-sm border-l-4 px-3 py-2 text-sm">
          {remark.text}
        </p>
      ))}
      {conflicts[name] !== undefined && <ConflictAt name={name} />}
    </div>
  )
}

function ConflictAt({ name }: { name: string }) {
  const { t } = useLanguage()
  const { conflicts, decide } = useContext(EditorFields)
  const say = useTheirWords()
  const conflict = conflicts[name]
  if (conflict === undefined) return null
  const theirs = say(name, conflict.theirs)
  return (
    <div role="alert" className="border-bad bg-bad-soft flex flex-col gap-2 rounded-sm border-l-4 px-3 py-2 text-sm">
      <p>
        {conflict.who === ''
          ? t('editor.conflict.somebody', { value: theirs })
          : t('editor.conflict.person', { who: conflict.who, value: theirs })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button type="button" size="small" onClick={() => decide(name, 'mine')}>
          {t('editor.conflict.keep_mine')}
        </Button>
        <Button type="button" size="small" look="quiet" onClick={() => decide(name, 'theirs')}>
          {t('editor.conflict.take_theirs')}
        </Button>
      </div>
    </div>
  )
}

/** The value as the page says it; the form writes decimals as the language does. */
function useTheirWords() {
  const { t, lang } = useLanguage()
  const words = useValueWords([])
  return (name: string, values: string[]) => {
    const said = values.filter((value) => value !== '')
    const plain =
      lang === 'en' ? said : said.map((value) => (/^\d+,\d+$/.test(value) ? value.replace(',', '.') : value))
    return words(name, plain) ?? t('ui.state.unknown')
  }
}
