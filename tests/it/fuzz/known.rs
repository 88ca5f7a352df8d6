//! What the story has spoken of so far: ids and of what they are, so that a grid is asked for where a grid is meant; and texts that
//! are asked for again, such as codes, tokens and cursors.

use std::collections::{BTreeMap, HashSet};

use serde_json::Value;
use uuid::Uuid;

use super::dice::Dice;

/// Ids that are remembered.
const REMEMBERED: usize = 400;
/// Texts of a name that are remembered.
const TEXTS: usize = 20;

/// Ids, each with the kind of thing that it names, and texts by the name of their field.
#[derive(Clone, Default)]
pub struct Known {
    ids: Vec<(String, Uuid)>,
    seen: HashSet<Uuid>,
    texts: BTreeMap<String, Vec<String>>,
}

/// `owner_id` and `/people` are about a person, `/tills` about a till.
fn kind(name: &str) -> String {
    let name = name.trim_start_matches('/').split('/').next().unwrap_or_default();
    let name = name.trim_end_matches("_id").trim_end_matches('s');
    match name {
        "owner" | "helper" | "supporter" | "actor" | "ward" | "people" | "login" | "reader" => "person",
        "agreement-version" => "version",
        "repair-proposal" | "gap-proposal" => "proposal",
        "quarantine" => "command",
        "role-grant" => "grant",
        "document" | "refund" => "sale",
        "shift-opening" => "shift",
        name => name,
    }
    .to_owned()
}

impl Known {
    /// One of the kind that a field names; sometimes another.
    pub fn one(&self, dice: &mut Dice, field: &str) -> Option<Uuid> {
        let wanted = kind(field);
        let fitting: Vec<Uuid> = self.ids.iter().filter(|(kind, _)| *kind == wanted).map(|(_, id)| *id).collect();
        if !fitting.is_empty() && dice.percent(85) {
            return Some(*dice.pick(&fitting));
        }
        if self.ids.is_empty() || dice.percent(10) { None } else { Some(dice.pick(&self.ids).1) }
    }

    /// A text that an answer gave under this name, or under the one that it is asked back by.
    pub fn text(&self, dice: &mut Dice, field: &str) -> Option<String> {
        let texts = self.texts.get(if field == "after" { "next" } else { field })?;
        Some(dice.pick(texts).clone())
    }

    /// Remembers an id.
    pub fn learn(&mut self, dice: &mut Dice, name: &str, id: Uuid) {
        if !self.seen.insert(id) {
            return;
        }
        let known = (kind(name), id);
        if self.ids.len() < REMEMBERED {
            self.ids.push(known);
        } else {
            let at = dice.below(REMEMBERED);
            self.seen.remove(&self.ids[at].1);
            self.ids[at] = known;
        }
    }

    /// Remembers what an answer speaks of; ids named `id` are of the kind that the path speaks of.
    pub fn learn_from(&mut self, dice: &mut Dice, path: &str, name: &str, value: &Value) {
        match value {
            Value::String(text) => {
                if let Some(id) = Uuid::try_parse(text).ok().filter(|_| text.len() == 36) {
                    self.learn(dice, if ["id", "document_id"].contains(&name) { path } else { name }, id);
                } else if ["code", "next", "refresh_token", "voucher", "number"].contains(&name) {
                    let name = if path == "/till-codes" { "till code" } else { name };
                    let texts = self.texts.entry(name.to_owned()).or_default();
                    texts.push(text.clone());
                    if texts.len() > TEXTS {
                        texts.remove(0);
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.learn_from(dice, path, name, item)),
            Value::Object(fields) => {
                for (name, field) in fields {
                    // The goods of a till's shop are no tills.
                    let path = if ["items", "body"].contains(&name.as_str()) || !field.is_array() { path } else { name };
                    self.learn_from(dice, path, name, field);
                }
            }
            _ => {}
        }
    }
}
