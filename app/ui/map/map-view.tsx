import { type ReactNode, useState } from 'react'
import type { MapProps } from './map-props'
import { useWhenSeen } from './use-when-seen'

/**
 * The map, whose code loads when it is first seen. On the server, without JavaScript and until then the place is empty;
 * without WebGL 2 `children` stand there, or the words of `labels.unavailable`.
 */
export function MapView({ children, ...props }: Omit<MapProps, 'onUnavailable'> & { children?: ReactNode }) {
  const { element, loaded } = useWhenSeen(() => import('./map-canvas'))
  const [hasFailed, setHasFailed] = useState(false)
  const isUnavailable = hasFailed || loaded === 'failed'
  const Canvas = isUnavailable || loaded === 'waiting' ? null : loaded.MapCanvas
  return (
    <div
      ref={element}
      className="bg-sunken relative h-full min-h-48 w-full"
      data-map={Canvas ? 'on' : isUnavailable ? 'unavailable' : 'waiting'}
    >
      {Canvas && <Canvas {...props} onUnavailable={() => setHasFailed(true)} />}
      {isUnavailable && (children ?? <p className="text-muted p-6">{props.labels.unavailable}</p>)}
    </div>
  )
}
