/** Chapters become HTML when the pages are built. */
declare module "*.md" {
  const html: string;
  export default html;
}
