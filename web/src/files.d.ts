// What the build puts in: names of files, and scenarios as settings.

declare module '*.wasm' {
  const name: string;
  export default name;
}

declare module '*.toml' {
  const settings: Record<string, string>;
  export default settings;
}

declare const WORKER: string;
