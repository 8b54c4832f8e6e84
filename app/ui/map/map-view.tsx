import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react'
import type { MapProps } from './map-props'

type CanvasState = ComponentType<MapProps> | 'waiting' | 'unavailable'

/** Calls back once, when the element comes near the screen. */
function useSeen(onSeen: () => void) {
  const element = useRef<HTMLDivElement>(null)
  const callback = useRef(onSeen)
  useEffect(() => {
    if (element.current === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        callback.current()
      },
      { rootMargin: '200px' },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return element
}

/**
 * The map, whose code loads when it is first seen. On the server, without JavaScript and until then the place is empty;
 * without WebGL 2 `children` stand there, or the words of `labels.unavailable`.
 */
export function MapView({ children, ...props }: MapProps & { children?: ReactNode }) {
  const [canvas, setCanvas] = useState<CanvasState>('waiting')
  const giveUp = () => {
    setCanvas('unavailable')
    props.onUnavailable?.()
  }
  const load = async () => {
    try {
      const { MapCanvas } = await import('./map-canvas')
      setCanvas(() => MapCanvas)
    } catch {
      giveUp()
    }
  }
  const element = useSeen(() => void load())
  const Canvas = typeof canvas === 'function' ? canvas : null
  return (
    <div ref={element} className="bg-sunken relative h-full min-h-48 w-full" data-map={Canvas ? 'on' : canvas}>
      {Canvas && <Canvas {...props} onUnavailable={giveUp} />}
      {canvas === 'unavailable' && (children ?? <p className="text-muted p-6">{props.labels.unavailable}</p>)}
    </div>
  )
}
