export declare const projectRoot: string;
export declare function nodeTooOld(version?: string): string | null;
export declare function packagesInPlace(root?: string): boolean;
export declare function ensurePackages(root?: string): Promise<void>;
