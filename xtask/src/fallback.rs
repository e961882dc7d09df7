//! The two edits on what `wasm2js` prints. Each fails when the place it edits
//! is not found: a new version of Binaryen must not undo them in silence.

use anyhow::{Result, ensure};

/// Where the printed module starts itself; its exports follow.
const START: &str = "\nvar retasmFunc = asmFunc({";

/// How the printed module grows its memory.
const GROW: &str = "   var newBuffer = new ArrayBuffer(newPages << 16);
   var newHEAP8 = new Int8Array(newBuffer);
   newHEAP8.set(HEAP8);
";

/// WebAssembly detaches its buffer when memory grows, and the glue of
/// wasm-bindgen notices by the length 0 of its cached views. The buffer that
/// `wasm2js` leaves behind would stay readable, and the views go stale: strings
/// come out empty, and no error says so.
const GROW_DETACHING: &str = "   var newBuffer = buffer.transfer(newPages << 16);\n";

/// Turns a module that imports the glue and starts at once into one that
/// exports `instantiate(imports)`, and makes memory growth detach the old
/// buffer.
pub fn adapt(printed: &str) -> Result<String> {
    let (import, rest) = printed.split_once('\n').unwrap_or((printed, ""));
    ensure!(
        import.starts_with("import * as $_"),
        "wasm2js printed no import of the glue"
    );
    ensure!(
        !rest.lines().any(|line| line.starts_with("import ")),
        "wasm2js printed a second import"
    );
    let parts: Vec<&str> = rest.split(START).collect();
    ensure!(
        parts.len() == 2,
        "wasm2js starts its module {} times",
        parts.len() - 1
    );
    ensure!(
        parts[0].matches(GROW).count() == 1,
        "wasm2js grows its memory in another way"
    );
    let module = parts[0].replace(GROW, GROW_DETACHING);
    Ok(format!(
        "{module}\nexport const instantiate = (imports) => asmFunc(imports);\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed() -> String {
        format!(
            "import * as $_glue from './glue.js';\nfunction asmFunc(imports) {{\n{GROW}   \
             HEAP8 = new Int8Array(newBuffer);\n}}\n{START}\n}});\nexport var memory = 1;\n"
        )
    }

    #[test]
    fn the_module_is_started_by_the_loader_and_detaches_its_buffer() {
        let adapted = adapt(&printed()).unwrap();
        assert!(!adapted.contains("import "));
        assert!(!adapted.contains("export var"));
        assert!(adapted.contains("export const instantiate"));
        assert!(adapted.contains("buffer.transfer"));
        assert!(!adapted.contains("newHEAP8"));
    }

    #[test]
    fn a_place_that_is_not_found_fails_the_build() {
        for part in ["import * as $_glue", START, "newHEAP8.set(HEAP8);"] {
            let error = adapt(&printed().replace(part, "")).unwrap_err();
            assert!(error.to_string().contains("wasm2js"), "{error}");
        }
    }

    #[test]
    fn an_import_that_would_stay_fails_the_build() {
        let import = "import * as $_glue from './glue.js';\n";
        let twice = format!("{import}{}", printed());
        assert!(adapt(&twice).is_err());
    }
}
