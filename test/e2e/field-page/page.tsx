import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@mantine/core/styles.css';
import '../../../editor/shell/look.css';
import { Button, MantineProvider, Modal } from '@mantine/core';
import { StrictMode, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { TypeEnvironment } from '../../../definitions/feel/compile.ts';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { ValueType } from '../../../definitions/flow/value-type.ts';
import { FeelField } from '../../../editor/expressions/feel-field.tsx';
import { lookVariables, theme } from '../../../editor/shell/theme.ts';

const TOPIC: ValueType = { type: 'string', allowed: ['outage', 'missed window', 'billing', 'other'] };
const YES_OR_NO: ValueType = { type: 'boolean' };
const TYPES: TypeEnvironment = {
  facts: {
    type: 'context',
    fields: { topic: TOPIC, 'heard at': { type: 'date and time' }, region: { type: 'string' } },
  },
  'times this month': { type: 'number' },
  'due date': { type: 'date and time' },
  brand: { type: 'string' },
};
const EXAMPLE: JsonObject = {
  facts: { topic: 'outage', 'heard at': '2026-03-02T09:00:00Z', region: 'South' },
  'times this month': 3,
  'due date': '2026-03-02T12:00:00Z',
  brand: 'Northline',
};

/** Fields for rules as the designer has them: beside a drawing, in a cell, in a dialog. */
function Page(): ReactNode {
  const [condition, setCondition] = useState('facts.topic = "outage" and\nfacts.heard at > now() - @"PT1H"');
  const [wrong, setWrong] = useState('due dat < now()');
  const [one, setOne] = useState('if times this month > 2 then "second line" else brand');
  const [cell, setCell] = useState('"outage", "missed windw"');
  const [empty, setEmpty] = useState('');
  const [said, say] = useState('');
  const [isOpen, open] = useState(false);
  return (
    <div style={{ maxWidth: 340, margin: 16, display: 'grid', gap: 16 }}>
      <h1 style={{ fontSize: 20 }}>Fields</h1>
      <FeelField
        label="When"
        kind="expression"
        value={condition}
        onChange={setCondition}
        types={TYPES}
        wanted={YES_OR_NO}
        example={EXAMPLE}
      />
      <FeelField
        label="Otherwise when"
        kind="expression"
        value={wrong}
        onChange={setWrong}
        onCommit={say}
        types={TYPES}
        wanted={YES_OR_NO}
        example={EXAMPLE}
        isOneLine
      />
      <FeelField
        label="Goes to"
        kind="expression"
        value={one}
        onChange={setOne}
        types={TYPES}
        example={EXAMPLE}
        isOneLine
      />
      <FeelField
        aria-label="Topic, row 1"
        kind="tests"
        input={TOPIC}
        value={cell}
        onChange={setCell}
        onCommit={say}
        types={TYPES}
        example={EXAMPLE}
        exampleInput="outage"
        isOneLine
      />
      <FeelField
        aria-label="Topic, row 2"
        kind="tests"
        input={TOPIC}
        value={empty}
        onChange={setEmpty}
        types={TYPES}
        placeholder="-"
        isOneLine
      />
      <output aria-label="Committed">{said}</output>
      <Button onClick={() => open(true)}>Open</Button>
      <Modal opened={isOpen} onClose={() => open(false)} title="In a dialog">
        <FeelField
          label="Until"
          kind="expression"
          value={empty}
          onChange={setEmpty}
          types={TYPES}
          isOneLine
        />
      </Modal>
    </div>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={lookVariables} defaultColorScheme="auto">
      <Page />
    </MantineProvider>
  </StrictMode>,
);
