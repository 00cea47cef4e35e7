import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TagField as Field, type TagFieldProps } from './tag-field';

/** The tag field as a component. */
export function TagField(props: TagFieldProps) {
  const place = useRef<HTMLDivElement>(null);
  const [field] = useState(() => new Field());
  useLayoutEffect(() => {
    place.current?.append(field.element);
  }, [field]);
  useLayoutEffect(() => field.update(props));
  return <div ref={place} />;
}
