/** Whether a file is BPMN by its name. */
export function isBpmnFile(file: string): boolean {
  return /\.bpmn$/i.test(file);
}
