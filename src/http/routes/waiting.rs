//! What waits for whoever asks: what a second person decides, and what lies on a pile until somebody looks.

use axum::Json;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    app::{tasks::words, words::Words},
    auth::policy::{Consent, ManageAgreements, ReadAgreements, ReadRepairs, Repair, allow},
    http::{problem::Problem, read::Reading},
    store::waiting::{self, Asked, Pile},
};

/// Something that somebody asks another person to decide.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AskedView {
    /// `agreement` (a second signature), `consent` (the owner's word), `repair` or `gap` (a till's number that never came).
    pub kind: String,
    /// The agreement's version or the proposal.
    pub id: Uuid,
    /// A grid's code, or a till's name.
    pub about: String,
    /// Who asks.
    pub by: Uuid,
    /// What that person is called.
    #[schema(required = true, nullable)]
    pub by_name: Option<String>,
    /// Since when.
    pub since: DateTime<Utc>,
    /// From which day on an agreement would hold.
    #[schema(required = true, nullable)]
    pub effective_on: Option<NaiveDate>,
    /// Whether whoever reads this may decide it: nobody decides what they asked for themselves.
    pub mine: bool,
}

/// Things of one kind that lie until somebody looks.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PileView {
    /// `task`, `quarantine` or `unallocated`.
    pub pile: String,
    /// Of a task e.g. `unknown_grid`; else what was reported, e.g. `sale`.
    pub kind: String,
    /// What a task says, in Chinese; empty for the others.
    pub detail: String,
    /// The same in English.
    pub detail_en: String,
    /// How many.
    pub count: i64,
    /// What they come to.
    pub amount: String,
    /// Since when the oldest lies there.
    pub since: DateTime<Utc>,
    /// Whether whoever reads this may mend it.
    pub mine: bool,
}

/// What waits.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WaitingView {
    /// For a decision, the oldest first; at most 50 of agreements and 50 of proposals.
    pub asked: Vec<AskedView>,
    /// On piles.
    pub piles: Vec<PileView>,
}

/// What waits for people, and what of it for whoever asks.
#[utoipa::path(get, path = "/waiting", tag = "repairs", responses(
    (status = 200, body = WaitingView),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", body = Problem, content_type = "application/problem+json")))]
pub async fn list_waiting(mut reading: Reading<ReadRepairs>) -> Result<Json<WaitingView>, Problem> {
    let actor = reading.caller.actor.clone();
    let mends = allow::<Repair>(&actor).is_ok();
    let agrees = allow::<ManageAgreements>(&actor).is_ok();
    let logs_consent = allow::<Consent>(&actor).is_ok_and(|allowed| allowed.only().is_none());
    let view = |asked: Asked| {
        let another = actor.person().is_some_and(|person| person.0 != asked.asked_by);
        let mine = match asked.kind.as_str() {
            "agreement" => agrees && another,
            "consent" => logs_consent,
            _ => mends && another,
        };
        AskedView {
            kind: asked.kind,
            id: asked.id,
            about: asked.about,
            by: asked.asked_by,
            by_name: asked.by_name,
            since: asked.since.instant(),
            effective_on: asked.effective_on,
            mine,
        }
    };
    let mut asked: Vec<AskedView> = waiting::proposals(&mut reading.tx, &reading.allowed).await?.into_iter().map(view).collect();
    if let Ok(allowed) = allow::<ReadAgreements>(&actor)
        && allowed.only().is_none()
    {
        asked.extend(waiting::agreements(&mut reading.tx, &allowed).await?.into_iter().map(view));
    }
    asked.sort_by_key(|asked| (asked.since, asked.id));
    let found = [
        ("task", waiting::tasks(&mut reading.tx, &reading.allowed).await?),
        ("quarantine", waiting::quarantined(&mut reading.tx, &reading.allowed).await?),
        ("unallocated", waiting::unallocated(&mut reading.tx, &reading.allowed).await?),
    ];
    let pile = |(pile, row): (&str, Pile)| {
        let Words { zh, en } = if pile == "task" { words(&row.kind) } else { Words::new("", "") };
        PileView {
            pile: pile.to_owned(),
            kind: row.kind,
            detail: zh,
            detail_en: en,
            count: row.count,
            amount: reading.money(row.amount),
            since: row.since.instant(),
            mine: mends,
        }
    };
    let piles = found.into_iter().flat_map(|(name, rows)| rows.into_iter().map(move |row| (name, row))).map(pile).collect();
    Ok(Json(WaitingView { asked, piles }))
}
