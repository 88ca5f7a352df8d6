//! People with their roles. Names are sealed on the way in. Somebody who is there already stays as they are: nobody's name is opened
//! to compare it, and a list takes no role and gives none to somebody who may be another.

use std::collections::HashSet;

use super::{
    Comes,
    book::{Book, day},
    table::{Column, Row, needed, optional, wrong},
};
use crate::{
    app::{
        Refusal,
        format::fields::text,
        people::{AddPerson, GiveRole, Particulars},
    },
    auth::role::Role,
    domain::id::PersonId,
    store::people::{self, PersonRow},
};

pub(super) const COLUMNS: &[Column] = &[
    needed("code", "编号"),
    needed("name", "姓名"),
    optional("kind", "类别"),
    optional("nickname", "昵称"),
    optional("phone", "电话"),
    optional("address", "地址"),
    optional("note", "备注"),
    optional("joined_on", "入社日期"),
    optional("support_plan", "支持计划"),
    optional("roles", "角色"),
    optional("ward", "被监护人"),
];

const KINDS: &[(&str, &str)] = &[("个人", "person"), ("组织", "organisation"), ("基金", "fund")];
const SUPPORT_PLANS: &[(&str, &str)] = &[("独立", "independent"), ("帮手确认", "helper_confirms"), ("监护人会签", "guardian_co_signs")];

pub(super) async fn import(book: &mut Book<'_, '_>, rows: &[Row]) -> Result<(), Refusal> {
    let (mut added, mut seen) = (Vec::new(), HashSet::new());
    for row in rows {
        let result = match person(book, row, &mut seen).await {
            Ok(Some(person)) => {
                added.push((row, person));
                Ok(Comes::New)
            }
            Ok(None) => Ok(Comes::Unchanged),
            Err(refusal) => Err(refusal),
        };
        book.note(row.line, result)?;
        if book.is_full() {
            return Ok(());
        }
    }
    // Roles come after everybody is there: a guardian's ward may stand further down.
    for (row, person) in added {
        let result = roles(book, row, person).await;
        book.note(row.line, result.map(|()| Comes::New))?;
        if book.is_full() {
            break;
        }
    }
    Ok(())
}

/// The word for a cell that may be Chinese or already the word; `missing` where it is empty.
pub(super) fn word(row: &Row, column: &str, words: &[(&str, &'static str)], missing: &str) -> String {
    let cell = row.get(column).unwrap_or(missing);
    words.iter().find(|(zh, _)| *zh == cell).map_or(cell, |(_, word)| word).to_owned()
}

/// Adds somebody; `None` if they are there.
async fn person(book: &mut Book<'_, '_>, row: &Row, seen: &mut HashSet<String>) -> Result<Option<PersonId>, Refusal> {
    let code = text(&row.needs("code")?, "code", 20)?;
    if !seen.insert(code.clone()) {
        return Err(Refusal::NameTaken("code"));
    }
    let coop = book.ctx().coop();
    if let Some(known) = people::of_code(book.ctx().tx, coop, &code).await?
        && let Some(known) = people::get(book.ctx().tx, coop, known).await?
    {
        return same(row, &known).map(|()| None);
    }
    let add = AddPerson {
        keys: book.keys.clone(),
        code: Some(code),
        kind: word(row, "kind", KINDS, "person"),
        nickname: row.text("nickname"),
        face: None,
        support_plan: word(row, "support_plan", SUPPORT_PLANS, "independent"),
        joined_on: day(row, "joined_on")?,
        particulars: Particulars {
            name: row.needs("name")?,
            phone: row.text("phone"),
            address: row.text("address"),
            note: row.text("note"),
        },
    };
    Ok(Some(PersonId(book.run(row, add).await?.document)))
}

/// Whether a line speaks of the person who has its code, as far as that can be told without a name.
fn same(row: &Row, known: &PersonRow) -> Result<(), Refusal> {
    row.needs("name")?;
    let joined_on = day(row, "joined_on")?;
    let differs = word(row, "kind", KINDS, "person") != known.kind
        || row.get("nickname").is_some_and(|nickname| known.nickname.as_deref() != Some(nickname))
        || joined_on.is_some_and(|joined| known.joined_on != Some(joined));
    if !differs {
        return Ok(());
    }
    let called = known.nickname.clone().unwrap_or_else(|| "—".to_owned());
    let zh = format!("这个编号已经有人（称呼：{called}），和这一行对不上：是另一个人就换一个编号；要改这个人，请在人员里改");
    let en = format!(
        "somebody has this code (called {called}) and is not as this line says: give another person another code, and change somebody in their own record"
    );
    Err(wrong("code", zh, en))
}

async fn roles(book: &mut Book<'_, '_>, row: &Row, person: PersonId) -> Result<(), Refusal> {
    let ward = match row.get("ward") {
        Some(code) => Some(book.person("ward", code).await?),
        None => None,
    };
    let mut guards = false;
    for name in row.get("roles").unwrap_or_default().split([';', '；', '、']).map(str::trim).filter(|name| !name.is_empty()) {
        let role = Role::ALL.iter().copied().find(|role| role.names().0 == name).or_else(|| Role::parse(name));
        let is_guardian = role == Some(Role::Guardian);
        guards |= is_guardian;
        let role = role.map_or_else(|| name.to_owned(), |role| role.slug().to_owned());
        book.run(row, GiveRole { person, role, ward: ward.filter(|_| is_guardian) }).await?;
    }
    if ward.is_some() && !guards {
        return Err(wrong("ward", "写了被监护人，角色里就要有监护人", "who has a ward has the role guardian"));
    }
    Ok(())
}
