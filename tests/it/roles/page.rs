//! docs/ROLES.md is printed from the policy's table and from the list of gates. `UPDATE_EXPECT=1 cargo test --test it roles` rewrites it.

use std::fmt::Write;

use expect_test::expect_file;
use gezi::auth::{
    policy::{Reach, TABLE},
    role::Role,
};

use super::gates::{GATES, Gate};

const HEAD: &str = "\
# Who may do what 谁可以做什么

Printed from the table in `src/auth/policy.rs` and from the list of gates in `tests/it/roles/gates.rs`, which a test holds against the
running API: every address as every role, as a till, as nobody, and as another cooperative's people. Do not edit; after a change of the table run
`UPDATE_EXPECT=1 cargo test --test it roles`.

A person may have several roles and has what any of them has. Another cooperative's things are 404 for everybody.

● the whole cooperative 整个合作社 · ○ one's own, and for a guardian the wards' 本人（监护人：被监护人） · blank: no 不可以

";

fn mark(reach: Reach) -> &'static str {
    match reach {
        Reach::All => "●",
        Reach::Own => "○",
        Reach::No => "",
    }
}

fn page() -> String {
    let mut page = HEAD.to_owned();
    let names = Role::ALL.iter().map(|role| format!("{} {}", role.names().0, role.names().1)).collect::<Vec<_>>().join(" | ");
    let _ = writeln!(page, "| permission 权限 | what 做什么 | {names} | 收银台 till |\n|---|---|{}", ":-:|".repeat(Role::ALL.len() + 1));
    for rule in TABLE {
        let marks = Role::ALL.iter().map(|role| mark(rule.reach(*role))).collect::<Vec<_>>().join(" | ");
        let (zh, en) = rule.says;
        let _ = writeln!(page, "| `{}` | {zh}<br>{en} | {marks} | {} |", rule.name, if rule.till { "●" } else { "" });
    }
    page.push_str("\n## Which address asks for which 每个地址需要的权限\n\n| address 地址 (`/api/v1`) | needs 需要 |\n|---|---|\n");
    for (address, gate) in GATES {
        let needs = match gate {
            Gate::Open => "nothing 无".to_owned(),
            Gate::SignedIn => "a sign-in or a till's token 已登录".to_owned(),
            Gate::Session => "a person's sign-in 个人登录".to_owned(),
            Gate::Needs(permission) => format!("`{permission}`"),
        };
        let _ = writeln!(page, "| `{address}` | {needs} |");
    }
    page
}

#[test]
fn the_page_is_the_table() {
    expect_file!["../../../docs/ROLES.md"].assert_eq(&page());
}

#[test]
fn every_gate_names_a_permission_of_the_table_and_every_permission_has_a_gate() {
    for (address, gate) in GATES {
        if let Gate::Needs(permission) = gate {
            assert!(TABLE.iter().any(|rule| rule.name == *permission), "{address}: {permission}");
        }
    }
    for rule in TABLE {
        assert!(GATES.iter().any(|(_, gate)| *gate == Gate::Needs(rule.name)), "no address needs {}", rule.name);
    }
}
