import { createTheme } from '@mantine/core';
import styles from './inspector.module.css';

const small = { defaultProps: { size: 'xs' } };
const list = { defaultProps: { size: 'xs', comboboxProps: { withinPortal: true, shadow: 'sm' } } };

/** Mantine's inputs as close together as the panel beside a drawing needs them. */
export const denseTheme = createTheme({
  components: {
    TextInput: small,
    Textarea: small,
    NativeSelect: small,
    Checkbox: { defaultProps: { size: 'xs', classNames: { label: styles['boxLabel'] ?? '' } } },
    Select: list,
    MultiSelect: list,
    Autocomplete: list,
    TagsInput: list,
    Pill: { styles: { label: { fontSize: 12 } } },
    Input: { classNames: { input: styles['input'] ?? '' } },
    InputWrapper: {
      classNames: {
        label: styles['label'] ?? '',
        description: styles['help'] ?? '',
        error: styles['refusal'] ?? '',
      },
    },
    ActionIcon: { defaultProps: { color: 'gray' } },
    Button: { defaultProps: { size: 'xs', fz: 12, fw: 500, h: 24 } },
  },
});
