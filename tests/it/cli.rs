//! The program itself, as it is installed: arguments in, words and an exit code out.

mod backup;
mod demo;
mod founding;
mod lists;
mod program;
mod serve;
mod verify;

use self::program::Gezi;
use crate::harness::{Database, Engine};

#[tokio::test]
async fn help_and_wrong_arguments_have_their_exit_codes() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    let help = gezi.runs(&["--help"]).await;
    assert_eq!(help.code, 0);
    for command in ["serve", "init", "user", "import", "statement", "export", "verify", "backup", "restore", "openapi"] {
        assert!(help.out.contains(command), "{command} is missing in {}", help.out);
    }
    assert_eq!(gezi.runs(&["sing"]).await.code, 2);
    assert_eq!(gezi.runs(&["serve", "--database", "mysql://root:secret@h/n"]).await.code, 2);
    let nowhere = gezi.runs(&["serve", "--listen", "0.0.0.0:0"]).await;
    assert_eq!(nowhere.code, 2);
    assert!(nowhere.err.contains("--insecure-lan"), "{}", nowhere.err);
}

#[tokio::test]
async fn it_prints_its_description() {
    let gezi = Gezi::new(Database::new(Engine::Sqlite).await);
    let printed = gezi.runs(&["openapi"]).await;
    assert_eq!((printed.code, printed.out), (0, gezi::http::openapi_text()));
}
