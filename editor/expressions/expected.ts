import type { ReadParts } from '../../definitions/feel/parts-of.ts';
import type { Syntax } from '../../definitions/feel/parse/syntax.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import type { FeelSetting } from './setting.ts';

/** The values that may stand in a part's place, by what it is compared with or what is wanted; none: it may be any. */
export function allowedAt(part: Syntax, parts: ReadParts, setting: FeelSetting): readonly string[] {
  const type = expectedAt(part, parts, setting);
  const item = type?.type === 'list' ? type.of : type;
  return item?.type === 'string' ? (item.allowed ?? []) : [];
}

function expectedAt(part: Syntax, read: ReadParts, setting: FeelSetting): ValueType | undefined {
  const { tops, parts } = read;
  if (tops.some((top) => isTestOf(top, part)))
    return setting.as.kind === 'tests' ? setting.as.input : setting.wanted;
  for (const around of parts.keys()) {
    switch (around.kind) {
      case 'comparison':
        if (around.right === part) return parts.get(around.left)?.type;
        if (around.left === part) return parts.get(around.right)?.type;
        break;
      case 'in':
        if (around.tests.some((test) => isTestOf(test, part))) return parts.get(around.value)?.type;
        break;
      case 'list':
        if (around.items.includes(part)) return expectedAt(around, read, setting);
        break;
      case 'if':
        if (around.then === part || around.otherwise === part) return expectedAt(around, read, setting);
        break;
    }
  }
  return undefined;
}

/** Whether a test is the part itself, or compares with it. */
function isTestOf(test: Syntax, part: Syntax): boolean {
  return test === part || (test.kind === 'comparison test' && test.to === part);
}
