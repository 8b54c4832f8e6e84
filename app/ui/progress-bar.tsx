import { useLanguage } from '#app/platform/i18n/use-language'

/** A share of a whole (completeness of a dossier) in words and as the browser's own meter of progress. */
export function ProgressBar({ label, share }: { label: string; share: number }) {
  const { format } = useLanguage()
  const text = format.percent(share)
  return (
    <label className="block">
      <span className="flex justify-between font-semibold">
        <span>{label}</span>
        <span className="tabular-nums">{text}</span>
      </span>
      <progress max={100} value={Math.round(share * 100)} className="plain-progress mt-1.5 block h-1.5 w-full">
        {text}
      </progress>
    </label>
  )
}
