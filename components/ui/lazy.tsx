import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component that is loaded when it is first shown. */
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
        // The extension was updated meanwhile, which the surface reports by itself.
        () => {},
      );
    }, [Here]);
    return Here ? <Here {...props} /> : null;
  };
}
