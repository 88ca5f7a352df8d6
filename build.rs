//! Makes room for the built screens: without Node the program still compiles, and says in the browser how to build them.

use std::{env, fs, io, path::Path};

/// Each has its folder below frontend/dist.
const APPS: [&str; 4] = ["till", "office", "portal", "gallery"];
const NOT_BUILT: &str = "<!doctype html><meta charset=\"utf-8\"><title>格子</title><p>还没有做好的页面：<code>make run</code>。\
                         <p lang=\"en\">The screens are not built yet: <code>make run</code>.";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    // The folder is embedded: without this line a new file in it would not be seen. A debug build reads it where it lies.
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rerun-if-changed=frontend/dist");
    }
    for app in APPS {
        let folder = Path::new("frontend/dist").join(app);
        let index = folder.join("index.html");
        if !index.exists() {
            fs::create_dir_all(&folder)?;
            fs::write(index, NOT_BUILT)?;
        }
    }
    Ok(())
}
