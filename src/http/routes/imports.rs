//! Lists of people and goods: looked at first, then brought in.

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::{
        Refusal, Service,
        execute::Sent,
        import::{Comes, ImportFile, Preview, PreviewImport, What},
    },
    auth::policy::{ManagePeople, SetUpShop},
    http::{
        command::{Asked, Command},
        problem::Problem,
        reply::Made,
    },
};

/// A list.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// CSV with a heading, at most 2,000 lines; docs/IMPORT.md describes the columns.
    #[schema(example = "grid,name,measure,barcode,price\nA01,玉米,piece,,3.50\n")]
    pub csv: String,
}

/// What a line would come to.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ListLine {
    /// Its number in the file, from 1; the heading is line 1.
    pub line: u64,
    /// What it is about: a grid and a good, or a person's code and nickname.
    pub about: Vec<String>,
    /// `new`, `changed`, `unchanged`, `refused`, or `not_looked_at` after a hundred refused ones.
    pub outcome: String,
    /// Where a price changes: what it is.
    pub before: Option<String>,
    /// And what it will be.
    pub after: Option<String>,
    /// Where it is refused: the column.
    pub column: Option<String>,
    /// Why, and what to do, in Chinese.
    pub reason: Option<String>,
    /// The same in English.
    pub reason_en: Option<String>,
}

/// What a list would come to.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ListPreview {
    /// Lines that add something.
    pub new: usize,
    /// Lines that change something.
    pub changed: usize,
    /// Lines that are there already.
    pub unchanged: usize,
    /// Lines that cannot be: with any of these nothing comes in.
    pub refused: usize,
    /// Every line, by its number.
    pub lines: Vec<ListLine>,
}

impl ListPreview {
    fn of(preview: Preview) -> Self {
        let lines: Vec<ListLine> = preview.lines.into_iter().map(|line| view(line.line, line.about, line.comes)).collect();
        let count = |outcome: &str| lines.iter().filter(|line| line.outcome == outcome).count();
        Self { new: count("new"), changed: count("changed"), unchanged: count("unchanged"), refused: count("refused"), lines }
    }
}

fn view(line: u64, about: Vec<String>, comes: Option<Result<Comes, Refusal>>) -> ListLine {
    let plain = |outcome: &str| ListLine {
        line,
        about,
        outcome: outcome.to_owned(),
        before: None,
        after: None,
        column: None,
        reason: None,
        reason_en: None,
    };
    match comes {
        None => plain("not_looked_at"),
        Some(Ok(Comes::New)) => plain("new"),
        Some(Ok(Comes::Unchanged)) => plain("unchanged"),
        Some(Ok(Comes::Changed { before, after })) => {
            ListLine { before: Some(before).filter(|before| !before.is_empty()), after: Some(after), ..plain("changed") }
        }
        Some(Err(why)) => {
            let Problem { detail, detail_en, field, .. } = Problem::from(why);
            ListLine { column: field, reason: Some(detail), reason_en: Some(detail_en), ..plain("refused") }
        }
    }
}

// Looking and bringing in are the same for both kinds of lists.
macro_rules! list {
    ($what:expr, $permission:ty, $tag:literal, $(#[$doc:meta])* $preview:ident, $preview_path:literal, $(#[$import_doc:meta])* $import:ident, $import_path:literal) => {
        $(#[$doc])*
        #[utoipa::path(post, path = $preview_path, tag = $tag, request_body = List, responses(
            (status = 200, body = ListPreview),
            (status = "4XX", body = Problem, content_type = "application/problem+json"),
            (status = "5XX", body = Problem, content_type = "application/problem+json")))]
        pub async fn $preview(
            State(service): State<Service>,
            Asked { caller, body, .. }: Asked<$permission, List>,
        ) -> Result<Json<ListPreview>, Problem> {
            let errand = PreviewImport(ImportFile::new(service.keys.clone(), $what, &body.csv));
            Ok(Json(ListPreview::of(service.writer.errand(Sent { actor: caller.actor, errand }).await?)))
        }

        $(#[$import_doc])*
        #[utoipa::path(post, path = $import_path, tag = $tag, request_body = List,
            params(("Idempotency-Key" = uuid::Uuid, Header, description = "The sender's own id for it")),
            responses(
                (status = 201, description = "Done; the same answer for every repeat", body = Made),
                (status = "4XX", description = "Nothing was changed", body = Problem, content_type = "application/problem+json"),
                (status = "5XX", description = "Send the same again", body = Problem, content_type = "application/problem+json")))]
        pub async fn $import(State(service): State<Service>, command: Command<List>) -> Result<Made, Problem> {
            let file = ImportFile::new(service.keys.clone(), $what, &command.body.csv);
            command.run_private(&service, file).await
        }
    };
}

list! {
    What::People, ManagePeople, "people",
    /// Look at a list of people: line by line, who would be new, who is there already, and what cannot be. Nothing is written.
    preview_people, "/people-import-previews",
    /// Bring in a list of people: all of it, or nothing. Names are sealed on the way in.
    import_people, "/people-imports"
}

list! {
    What::Goods, SetUpShop, "shop",
    /// Look at a list of goods: line by line, what would be new, which price would change, and what cannot be. Nothing is written.
    preview_goods, "/goods-import-previews",
    /// Bring in a list of goods: all of it, or nothing.
    import_goods, "/goods-imports"
}
