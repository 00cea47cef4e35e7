interface OneOfProps<T extends string> {
  /** What is chosen, for screen readers. */
  label: string;
  options: readonly T[];
  chosen: T;
  onChoose(option: T): void;
  textOf(option: T): string;
  titleOf?(option: T): string;
  class?: string | undefined;
}

/** A row of buttons of which one is pressed. */
export function OneOf<T extends string>({ label, options, chosen, class: style, ...props }: OneOfProps<T>) {
  return (
    <div class={style ? `one-of ${style}` : 'one-of'} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === chosen}
          title={props.titleOf?.(option)}
          onClick={() => props.onChoose(option)}
        >
          {props.textOf(option)}
        </button>
      ))}
    </div>
  );
}
