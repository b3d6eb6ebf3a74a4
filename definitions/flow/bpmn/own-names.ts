/** The namespace of what Earshot keeps in a BPMN file beside what BPMN says. */
export const OWN_NAMESPACE = 'urn:earshot:flow';
/** The whole of a flow, as its file has it. */
export const OWN_CONTENT = 'earshot:content';
/** Of a sequence flow: the port that it leaves by. */
export const OWN_PORT = 'earshot:port';

/** The language of expressions: FEEL of DMN 1.5. */
export const FEEL_LANGUAGE = 'https://www.omg.org/spec/DMN/20230324/FEEL/';
