/** What is used here of bpmn-moddle, whose own types name no module that it exports. */
declare module 'bpmn-moddle' {
  interface Package {
    readonly uri: string;
    readonly types: readonly object[];
  }

  export class BpmnModdle {
    constructor(packages?: { readonly [prefix: string]: object });
    readonly registry: { readonly packageMap: { readonly [prefix: string]: Package } };
    /**
     * Rejects with an Error when the text is no such XML. What it does not know is in `warnings`, and kept. With `lax`,
     * which is the default, elements that are wrong are passed over.
     */
    fromXML(
      xml: string,
      type: string,
      options?: { readonly lax?: boolean },
    ): Promise<{ readonly rootElement: unknown; readonly warnings: readonly { readonly message: string }[] }>;
    /** A new element of that type, such as `bpmn:Process`. */
    create(type: string, properties?: object): unknown;
    /** A new element of another namespace than BPMN's. */
    createAny(name: string, namespace: string, properties?: object): unknown;
    toXML(element: unknown, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
  }
}
