import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import katex from "katex";
import { Marked } from "marked";
import type { Plugin } from "vite";

const samples = resolve(import.meta.dirname, "../../../samples");

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const slug = (text: string): string => text.toLowerCase().normalize("NFD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/** French as it is set: no line breaks before a double sign or inside quotation marks. Code comes in later, and stays as it is. */
const french = (text: string): string => text.replace(/ ([:;?!»])/g, "\u00a0$1").replace(/« /g, "«\u00a0");

/** The program of a sample, or one of its regions: what the chapter shows is what the tests run. */
function sample(name: string, region: string | undefined): string {
  const program = readFileSync(resolve(samples, name, "Program.cs"), "utf8").replace(/\r\n/g, "\n");
  if (region === undefined) {
    return program.trimEnd();
  }
  const part = program.split(`#region ${region}\n`)[1]?.split("#endregion")[0];
  if (part === undefined) {
    throw new Error(`samples/${name}/Program.cs has no #region ${region}, which the chapter shows.`);
  }
  return part.trimEnd();
}

/** A chapter in Markdown becomes HTML when the pages are built: formulas by KaTeX, code from the samples that the tests run. */
export function chapter(text: string): string {
  const math = (source: string, displayMode: boolean): string => katex.renderToString(source, { displayMode, output: "htmlAndMathml", throwOnError: true });
  const marked = new Marked({
    extensions: [
      {
        name: "display", level: "block",
        start: (source) => source.indexOf("$$"),
        tokenizer(source) {
          const found = /^\$\$([\s\S]+?)\$\$\s*(?:\n|$)/.exec(source);
          return found ? { type: "display", raw: found[0], text: found[1]! } : undefined;
        },
        renderer: (token) => `<div class="formula" tabindex="0">${math(String(token["text"]).trim(), true)}</div>`,
      },
      {
        name: "inline", level: "inline",
        start: (source) => source.indexOf("$"),
        tokenizer(source) {
          const found = /^\$([^$\n]+?)\$/.exec(source);
          return found ? { type: "inline", raw: found[0], text: found[1]! } : undefined;
        },
        renderer: (token) => math(String(token["text"]), false),
      },
      {
        name: "directive", level: "block",
        start: (source) => source.indexOf("::"),
        tokenizer(source) {
          const found = /^::(figure|sample) (\S+)(?: ([^\n]+))?\s*(?:\n|$)/.exec(source);
          return found ? { type: "directive", raw: found[0], kind: found[1]!, text: found[2]!, region: found[3] } : undefined;
        },
        renderer(token) {
          const name = String(token["text"]);
          if (token["kind"] === "sample") {
            const code = sample(name, token["region"] as string | undefined);
            return `<figure class="code"><figcaption>samples/${name}/Program.cs</figcaption><pre tabindex="0"><code>${escape(code)}</code></pre></figure>`;
          }
          const [page = "", query = ""] = name.split("?");
          return `<div class="live" data-page="${escape(page)}" data-query="${escape(query)}"></div>`;
        },
      },
    ],
    renderer: {
      heading({ tokens, depth }) {
        const text = this.parser.parseInline(tokens);
        return `<h${depth} id="${slug(text)}">${text}</h${depth}>\n`;
      },
      image: ({ href, text }) => `<figure class="picture"><img src="${escape(href)}" alt="${escape(text)}" loading="lazy" /><figcaption>${escape(text)}</figcaption></figure>`,
      link({ href, tokens }) {
        return `<a href="${escape(href)}"${href.startsWith("/") ? " data-link" : ""}>${this.parser.parseInline(tokens)}</a>`;
      },
    },
  });
  return marked.parse(text, { async: false });
}

export function book(): Plugin {
  return {
    name: "book",
    enforce: "pre",
    /** Which figures the chapter has: what an export must record. */
    generateBundle() {
      const text = readFileSync(resolve(import.meta.dirname, "book/en.md"), "utf8");
      const figures = [...text.matchAll(/^::figure (\S+)$/gm)].map(([, name = ""]) => name);
      this.emitFile({ type: "asset", fileName: "book/figures.json", source: `${JSON.stringify(figures, null, 2)}\n` });
    },
    transform(source, id) {
      if (id.includes("katex.min.css")) {
        // Every browser of these years reads woff2: the other two forms would only be carried along.
        return { code: source.replace(/,url\([^)]*\.woff\) format\("woff"\),url\([^)]*\.ttf\) format\("truetype"\)/g, ""), map: null };
      }
      return id.endsWith(".md") ? { code: `export default ${JSON.stringify(chapter(id.endsWith("/fr.md") ? french(source) : source))};`, map: null } : null;
    },
  };
}
