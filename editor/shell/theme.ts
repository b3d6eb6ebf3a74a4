import {
  createTheme,
  type ButtonProps,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import { words } from './words.ts';

/** Ten shades around the look's teal: the eighth is the light theme's accent, the fourth the dark one's. */
const accent: MantineColorsTuple = [
  '#e0f2f0',
  '#c5e6e3',
  '#9bd9d3',
  '#6fd0c8',
  '#48bab1',
  '#2c9d95',
  '#18837c',
  '#0f6b66',
  '#0c5753',
  '#093f3c',
];

/** The look's dark paper, cards and lines in the places where Mantine looks for its own. */
const dark: MantineColorsTuple = [
  '#e8eaed',
  '#c8cdd2',
  '#a7adb4',
  '#8f969e',
  '#3a4047',
  '#2a2e33',
  '#191c1f',
  '#1d2024',
  '#15171a',
  '#101214',
];

/** A filled button in the look's own pairs, which hold in both themes; red is for what cannot be undone. */
function filled(color: ButtonProps['color']): { readonly [variable: `--button-${string}`]: string } {
  const tone = color === 'red' ? 'bad' : 'accent';
  return {
    '--button-bg': `var(--${tone})`,
    '--button-hover': `color-mix(in srgb, var(--${tone}) 88%, var(--ink))`,
    '--button-color': `var(--on-${tone})`,
  };
}

/** A sign alone says nothing to who hears the page. */
const closeButtonProps = { 'aria-label': words.acts.close };

/** Mantine's theme, speaking the look's tokens (look.css). */
export const theme = createTheme({
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'var(--mono)',
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '22px', xl: '28px' },
  components: {
    Tooltip: {
      defaultProps: {
        openDelay: 250,
        multiline: true,
        maw: 320,
        withArrow: true,
        events: { hover: true, focus: true, touch: true },
      },
    },
    Modal: {
      styles: { title: { fontWeight: 650, fontSize: 15 } },
      defaultProps: { centered: true, transitionProps: { duration: 120 }, closeButtonProps },
    },
    Notification: { styles: { description: { color: 'var(--ink)' } }, defaultProps: { closeButtonProps } },
    Button: {
      defaultProps: { size: 'xs', fz: 14, fw: 550, h: 32 },
      vars: (_theme: unknown, { variant, color }: ButtonProps) => ({
        root: variant === undefined || variant === 'filled' ? filled(color) : {},
      }),
    },
    Select: { defaultProps: { size: 'sm' } },
  },
});

/** Lets Mantine's own parts stand on the look's paper, cards and lines, in both themes. */
export const lookVariables: CSSVariablesResolver = () => {
  const tokens = {
    '--mantine-color-body': 'var(--card)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--soft)',
    '--mantine-color-placeholder': 'var(--faint)',
    '--mantine-color-default': 'var(--card)',
    '--mantine-color-default-hover': 'var(--band)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-anchor': 'var(--accent)',
  };
  return { variables: {}, light: tokens, dark: tokens };
};
