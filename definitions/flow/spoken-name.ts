/** 'missedVisit' → 'missed visit', 'due.at' → 'due at': fields of activities are named as code names them. */
export function spokenName(name: string): string {
  return name
    .replaceAll('.', ' ')
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}

/** 'facts.legalThreat' → 'legal threat'. */
export function spokenPath(path: string): string {
  return spokenName(path.split('.').at(-1) ?? path);
}
