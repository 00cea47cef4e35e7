import { storedValue } from './stored-value';

export const THEMES = ['system', 'light', 'dark'] as const;
export const SIZES = ['small', 'standard', 'large', 'huge'] as const;

/** How the reader wants our pages to look; the theme is also that of the controls on pages. */
export interface Appearance {
  theme: (typeof THEMES)[number];
  size: (typeof SIZES)[number];
}

/** The size of text, of what the browser is set to. */
const SCALE = { small: '80%', standard: '', large: '100%', huge: '115%' } as const;

/** How the reader wants our pages to look. Whatever is damaged is as it is by default. */
export const appearance = storedValue<Appearance>('appearance', {
  from(value) {
    const { theme, size }: Partial<Record<string, unknown>> = typeof value === 'object' && value ? value : {};
    return {
      theme: THEMES.find((one) => one === theme) ?? 'system',
      size: SIZES.find((one) => one === size) ?? 'standard',
    };
  },
  into: (value) => value,
});

/** The style of a root element; empty where everything is as it is by default. */
export function styleOf({ theme, size }: Appearance): string {
  return [theme !== 'system' && `color-scheme:${theme}`, SCALE[size] && `font-size:${SCALE[size]}`]
    .filter(Boolean)
    .join(';');
}
