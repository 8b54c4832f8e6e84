import { type RefObject, useEffect, useRef, useState } from 'react'

export type Loaded<Module> = Module | 'waiting' | 'failed'

/** Loads a module once, when the element comes near the screen: `element` is to be put on it. */
export function useWhenSeen<Module extends object>(
  load: () => Promise<Module>,
): { element: RefObject<HTMLDivElement>; loaded: Loaded<Module> } {
  const element = useRef<HTMLDivElement>(null)
  const [loaded, setLoaded] = useState<Loaded<Module>>('waiting')
  const start = useRef(load)
  useEffect(() => {
    if (element.current === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        start.current().then(setLoaded, () => setLoaded('failed'))
      },
      { rootMargin: '200px' },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return { element, loaded }
}
