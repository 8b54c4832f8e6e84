import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Printer } from 'lucide-react'

/** Opens the printing of the browser; without JavaScript its own menu does. */
export function PrintButton() {
  const { t } = useLanguage()
  return (
    <div className="needs-script" data-no-print>
      <Button type="button" size="small" icon={Printer} onClick={() => window.print()}>
        {t('investor.case.print')}
      </Button>
    </div>
  )
}
