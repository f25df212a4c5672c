// Animation frames a second of the Lab's pages while curves stream, in Debian's Chromium without a screen.
//   dotnet run -c Release --project src/Thalweg.Cli -- lab --no-browser --port 5199
//   npm install --no-save playwright-core && node benchmarks/lab-frames.mjs http://127.0.0.1:5199
import { chromium } from "playwright-core";

const address = process.argv[2] ?? "http://127.0.0.1:5280";
const browser = await chromium.launch({ executablePath: process.env.THALWEG_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await (await browser.newContext({ viewport: { width: 1280, height: 1400 } })).newPage();

const frames = (milliseconds) => page.evaluate((milliseconds) => new Promise((done) => {
  let count = 0;
  const start = performance.now();
  const tick = () => {
    count++;
    const passed = performance.now() - start;
    passed < milliseconds ? requestAnimationFrame(tick) : done((count / passed) * 1000);
  };
  requestAnimationFrame(tick);
}), milliseconds);

const racers = [0.05, 0.1, 0.2].map((rate) => `sgd(learning_rate=${rate});4;replacement`).join("|");
await page.goto(`${address}/descent?steps=2000&rate=60&racers=${encodeURIComponent(racers)}`);
await page.waitForTimeout(2000);
console.log(`a race, six live curves and three paths: ${(await frames(5000)).toFixed(1)} frames a second`);

await page.goto(`${address}/train?dataset=digits&lang=en`);
await page.waitForTimeout(1000);
await page.locator(".lessons .card").nth(2).click();
await page.waitForTimeout(300);
console.log(`three trainings, six live curves: ${(await frames(2000)).toFixed(1)} frames a second`);
await browser.close();
