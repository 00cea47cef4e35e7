import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component that is loaded when it is first shown: no surface begins with what most openings never open. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  return function Lazy(props: P) {
    const [Here, show] = useState(() => loaded);
    useEffect(() => {
      if (Here) return;
      load().then(
        (component) => {
          loaded = component;
          show(() => component);
        },
        // The extension was updated meanwhile: the surface says so by itself.
        () => {},
      );
    }, [Here]);
    return Here ? <Here {...props} /> : null;
  };
}
