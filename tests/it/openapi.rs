//! docs/openapi.json is what the service serves. `GEZI_REWRITE=1 cargo test --test it openapi` writes it anew.

use std::path::Path;

#[test]
fn the_committed_description_is_the_served_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/openapi.json");
    let served = gezi::http::openapi_text();
    if std::env::var_os("GEZI_REWRITE").is_some() {
        std::fs::write(&path, &served).expect("docs/openapi.json can be written");
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = served.lines().zip(committed.lines()).position(|(served, committed)| served != committed);
    assert!(
        served == committed,
        "docs/openapi.json is not what the service serves (line {}). Run: GEZI_REWRITE=1 cargo test --test it openapi",
        differs.unwrap_or_else(|| committed.lines().count()) + 1
    );
}
