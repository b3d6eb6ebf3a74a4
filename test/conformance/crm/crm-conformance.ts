import { describe } from 'vitest';
import type { MakeCrm } from './crm-under-test.ts';
import { conformsInFailing } from './conforms-in-failing.ts';
import { conformsInFinding } from './conforms-in-finding.ts';
import { conformsInTelling } from './conforms-in-telling.ts';
import { conformsInWriting } from './conforms-in-writing.ts';

/**
 * What every CRM must do, whatever is behind it. `make` makes one that knows the people it is given; what the CRM does
 * not offer is not asked of it, but for its saying so. Over a wire, it is broken in many ways. See docs/engineer-guide.md.
 */
export function crmConformance(name: string, make: MakeCrm, { overAWire }: { overAWire: boolean }): void {
  describe(`${name}, as a CRM`, () => {
    conformsInFinding(make);
    conformsInTelling(make);
    conformsInWriting(make);
    conformsInFailing(make, overAWire);
  });
}
