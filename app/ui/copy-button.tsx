import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'

/** Copies `text`; not drawn without JavaScript, since the text itself stands beside it and can be selected. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation()
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setIsCopied(true)
  }
  return (
    <span className="needs-script">
      <Button type="button" size="small" icon={Copy} onClick={() => void copy()}>
        {isCopied ? t('ui.action.copied') : (label ?? t('ui.action.copy'))}
      </Button>
      <span role="status" className="sr-only">
        {isCopied && t('ui.action.copied')}
      </span>
    </span>
  )
}
