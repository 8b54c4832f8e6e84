import type { Option } from '#app/ui/form/select-field'
import { SegmentField } from './fields'

/** The heading beside it says what is asked, so the legend is for screen readers. */
export function PresenceField(props: { name: string; label: string; options: readonly Option[] }) {
  return (
    <div className="[&_legend]:sr-only">
      <SegmentField {...props} />
    </div>
  )
}
