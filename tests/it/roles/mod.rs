//! Every address as every role, as somebody without roles, as a till, as nobody, and as another cooperative's people.

mod gates;
mod page;
mod town;

use std::collections::BTreeMap;

use gates::{GATES, Gate};
use gezi::auth::{
    policy::{Reach, Rule, TABLE},
    role::Role,
};
use town::Town;

use crate::{
    fuzz::{dice::Dice, known::Known, make::Maker},
    harness::{Answer, Description, Operation, Shop, Who},
};

/// One door: an operation, its gate, and something good to say at it.
struct Door {
    operation: Operation,
    gate: Gate,
    address: String,
    body: Vec<u8>,
}

impl Door {
    async fn knock(&self, shop: &Shop, who: &Who) -> Answer {
        let key = self.operation.has_key().then(|| shop.id());
        shop.send(who, &self.operation.method, &self.address, key, self.body.clone()).await
    }

    fn rule(&self) -> Option<&'static Rule> {
        let Gate::Needs(permission) = self.gate else { return None };
        TABLE.iter().find(|rule| rule.name == permission)
    }

    fn name(&self) -> String {
        format!("{} {}", self.operation.method, self.operation.path)
    }

    fn reads(&self) -> bool {
        self.operation.method == "GET"
    }
}

/// Every door of the API. One without a gate fails, and so does a gate without a door.
fn doors(shop: &Shop, town: &Town, description: &Description) -> Vec<Door> {
    let mut gates: BTreeMap<&str, Gate> = GATES.iter().copied().collect();
    let mut maker = Maker { description, dice: Dice(7), known: Known::default(), malice: 0, edges: false };
    maker.known = town.known.clone();
    let door = |operation: Operation| {
        let name = format!("{} {}", operation.method, operation.path);
        let gate = gates.remove(name.as_str()).unwrap_or_else(|| panic!("{name} has no line in tests/it/roles/gates.rs"));
        let address = town.address(&operation.path);
        let mut body = operation.body.as_ref().map(|schema| maker.value(schema, "body"));
        if let Some(envelope) = body.as_mut().filter(|body| body.get("prev_hash").is_some()) {
            // What a till reports is about itself; it never gets in order here, and so changes nothing.
            envelope["till_id"] = town.till.who.id.to_string().into();
            envelope["prev_hash"] = town.till.prev.to_string().into();
            envelope["occurred_at"] = shop.now().rfc3339().into();
        }
        Door { operation, gate, address, body: body.map(|body| body.to_string().into_bytes()).unwrap_or_default() }
    };
    let doors = description.operations().into_iter().map(door).collect();
    assert!(gates.is_empty(), "these gates lead nowhere: {gates:?}");
    doors
}

#[track_caller]
fn forbidden(door: &Door, who: &str, answer: &Answer) {
    assert_eq!(answer.status.as_u16(), 403, "{} as {who}: {}", door.name(), answer.text());
    assert_eq!(answer.refused(403), "forbidden", "{} as {who}", door.name());
}

#[track_caller]
fn let_in(door: &Door, who: &str, answer: &Answer) {
    let status = answer.status.as_u16();
    let another_must_sign = status == 403 && answer.refused(403) == "same_person_twice";
    let wrong_password = status == 401 && answer.refused(401) == "wrong_secret";
    let held_up = (status == 401 || status == 403 || status >= 500) && !another_must_sign && !wrong_password;
    assert!(!held_up, "{} as {who}: {}", door.name(), answer.text());
}

on_both! {
    async fn every_gate_keeps_out_whom_the_table_keeps_out(shop: Shop) {
        let town = Town::new(&shop).await;
        let description = Description::new();
        let (nobody, roleless) = (Who::nobody(), shop.person(&[]).await);
        let forged = Who::bearer(roleless.id, "eyJhbGciOiJub25lIn0.eyJzdWIiOiIifQ.");
        for door in doors(&shop, &town, &description) {
            if door.gate == Gate::Open {
                continue;
            }
            for (who, name) in [(&nobody, "nobody"), (&forged, "a forger")] {
                let answer = door.knock(&shop, who).await;
                assert_eq!(answer.refused(401), "not_signed_in", "{} as {name}", door.name());
            }
            let Some(rule) = door.rule() else { continue };
            forbidden(&door, "somebody without roles", &door.knock(&shop, &roleless).await);
            for role in Role::ALL.iter().filter(|role| rule.reach(**role) == Reach::No) {
                let who = shop.person(&[*role]).await;
                forbidden(&door, role.slug(), &door.knock(&shop, &who).await);
            }
            if !rule.till {
                forbidden(&door, "a till", &door.knock(&shop, &town.till.who).await);
            }
        }
    }

    async fn every_gate_lets_in_whom_the_table_lets_in(shop: Shop) {
        let town = Town::new(&shop).await;
        let description = Description::new();
        let mut doors = doors(&shop, &town, &description);
        // First look, then touch: what is asked for may shut somebody out.
        doors.sort_by_key(|door| !door.reads());
        for door in doors {
            for role in Role::ALL {
                let reach = match (door.gate, door.rule()) {
                    (_, Some(rule)) => rule.reach(*role),
                    (Gate::Open, None) => Reach::No,
                    (_, None) => Reach::All,
                };
                if reach == Reach::No {
                    continue;
                }
                let who = shop.person(&[*role]).await;
                let answer = door.knock(&shop, &who).await;
                if reach == Reach::Own && door.name() == "POST /readings" && answer.status.as_u16() == 403 {
                    // Whoever sees everybody without names is told that this name is not theirs to read.
                    assert_eq!(*role, Role::Auditor, "{}", answer.text());
                    continue;
                }
                let_in(&door, role.slug(), &answer);
                if door.reads() && reach == Reach::All {
                    assert_eq!(answer.status.as_u16(), 200, "{} as {}: {}", door.name(), role.slug(), answer.text());
                }
                if door.reads() && reach == Reach::Own {
                    // They own nothing here, so they see nothing of anybody.
                    assert!([200, 404].contains(&answer.status.as_u16()), "{} as {}: {}", door.name(), role.slug(), answer.text());
                    let found = town.found_in(&answer.text(), &door.address);
                    assert_eq!(found, None, "{} as {}: {}", door.name(), role.slug(), answer.text());
                }
            }
            if door.rule().map_or(door.gate == Gate::SignedIn, |rule| rule.till) {
                let till = shop.till().await;
                let answer = door.knock(&shop, if door.reads() { &town.till.who } else { &till.who }).await;
                let_in(&door, "a till", &answer);
            }
        }
    }

    async fn another_cooperatives_people_find_nothing_and_change_nothing(shop: Shop) {
        let town = Town::new(&shop).await;
        let description = Description::new();
        let (neighbours, _) = shop.neighbour().await;
        let before = rows(&shop).await;
        for door in doors(&shop, &town, &description) {
            if door.gate == Gate::Open {
                continue;
            }
            let foreigner = shop.person_in(neighbours.id, Role::ALL).await;
            let answer = door.knock(&shop, &foreigner).await;
            let (status, text) = (answer.status.as_u16(), answer.text());
            let question = format!("{}{}", door.address, String::from_utf8_lossy(&door.body));
            assert!(status < 500, "{}: {text}", door.name());
            assert_eq!(town.found_in(&text, &question), None, "{}: {text}", door.name());
            if town.found_in(&question, "").is_some() {
                // A till's report by a person is forbidden; whatever else names a thing of ours finds none.
                let till_only = door.rule().is_some_and(|rule| rule.till && rule.all.is_empty());
                let expected: &[u16] = if till_only { &[403] } else { &[404, 422] };
                assert!(expected.contains(&status), "{} {question}: {status} {text}", door.name());
            }
        }
        assert_eq!(rows(&shop).await, before, "something of ours was changed");
    }
}

/// How many rows of each table are the shop's own cooperative's.
async fn rows(shop: &Shop) -> BTreeMap<&'static str, i64> {
    let migration = include_str!("../../../migrations/sqlite/0001_books.sql");
    let tables = migration.lines().filter_map(|line| line.strip_prefix("CREATE TABLE ")?.split(' ').next());
    let mut rows = BTreeMap::new();
    let mut tx = shop.service.db.snapshot().await.unwrap();
    for table in tables {
        let text: &'static str = format!("SELECT count(*) FROM {table} WHERE coop_id = $1").leak();
        rows.insert(table, tx.q(text).bind(shop.coop.id).scalar().await.unwrap());
    }
    rows
}
