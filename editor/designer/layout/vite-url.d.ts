/** The address of a file that Vite puts beside the pages. */
declare module '*?url' {
  const address: string;
  export default address;
}
