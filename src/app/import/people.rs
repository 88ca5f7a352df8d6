//! People with their roles. Names are sealed on the way in.

use super::{
    book::{Book, day},
    table::{Column, Row, needed, optional, wrong},
};
use crate::{
    app::{
        Refusal,
        people::{AddPerson, GiveRole, Particulars},
    },
    auth::role::Role,
    domain::id::PersonId,
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
    let mut added = Vec::new();
    for row in rows {
        let result = match person(book, row).await {
            Ok(person) => {
                added.push((row, person));
                Ok(())
            }
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
        book.note(row.line, result)?;
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

async fn person(book: &mut Book<'_, '_>, row: &Row) -> Result<PersonId, Refusal> {
    let add = AddPerson {
        keys: book.keys.clone(),
        code: Some(row.needs("code")?),
        kind: word(row, "kind", KINDS, "person"),
        nickname: row.text("nickname"),
        support_plan: word(row, "support_plan", SUPPORT_PLANS, "independent"),
        joined_on: day(row, "joined_on")?,
        particulars: Particulars {
            name: row.needs("name")?,
            phone: row.text("phone"),
            address: row.text("address"),
            note: row.text("note"),
        },
    };
    Ok(PersonId(book.run(row, add).await?.document))
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
