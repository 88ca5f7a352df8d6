//! Every address of the API, and what it asks of whoever sends. A new endpoint needs a line here; a test says so.

/// What an address asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Nothing: it is how one comes in.
    Open,
    /// Somebody whom we know, whatever their roles.
    SignedIn,
    /// A person's sign-in, whatever their roles.
    Session,
    /// A permission of the table.
    Needs(&'static str),
}

use Gate::{Needs, Open, Session, SignedIn};

/// In the order of the API page: by address.
pub const GATES: &[(&str, Gate)] = &[
    ("GET /accounts", Needs("ReadBooks")),
    ("GET /accounts/{code}/postings", Needs("ReadBooks")),
    ("GET /balances", Needs("ReadStatements")),
    ("POST /cash-movements", Needs("Sell")),
    ("POST /enrolments", Open),
    ("GET /entries", Needs("ReadBooks")),
    ("GET /entries/{number}", Needs("ReadBooks")),
    ("POST /gap-proposals", Needs("Repair")),
    ("GET /goods", Needs("ReadShop")),
    ("POST /goods", Needs("SetUpShop")),
    ("GET /goods/{id}", Needs("ReadShop")),
    ("POST /grid-owners", Needs("SetUpShop")),
    ("GET /grids", Needs("ReadShop")),
    ("POST /grids", Needs("SetUpShop")),
    ("GET /grids/{id}", Needs("ReadShop")),
    ("POST /logins", Needs("ManagePeople")),
    ("GET /me", SignedIn),
    ("POST /memberships", Needs("ManagePeople")),
    ("POST /particulars", Needs("ManagePeople")),
    ("POST /passwords", Needs("KeepOwnSecrets")),
    ("GET /people", Needs("ReadPeople")),
    ("POST /people", Needs("ManagePeople")),
    ("GET /people/{id}", Needs("ReadPeople")),
    ("POST /pins", Needs("KeepOwnSecrets")),
    ("POST /prices", Needs("SetUpShop")),
    ("POST /proposal-agreements", Needs("Repair")),
    ("POST /proposal-rejections", Needs("Repair")),
    ("GET /proposals", Needs("ReadRepairs")),
    ("GET /proposals/{id}", Needs("ReadRepairs")),
    ("GET /quarantine", Needs("ReadRepairs")),
    ("GET /quarantine/{id}", Needs("ReadRepairs")),
    ("GET /readings", Needs("ReadReadings")),
    ("POST /readings", Needs("ReadPrivate")),
    ("POST /refresh", Open),
    ("POST /refunds", Needs("Sell")),
    ("GET /refunds/{id}", Needs("ReadSales")),
    ("POST /repair-proposals", Needs("Repair")),
    ("POST /role-endings", Needs("ManagePeople")),
    ("GET /role-grants", Needs("ReadPeople")),
    ("POST /role-grants", Needs("ManagePeople")),
    ("GET /sales", Needs("ReadSales")),
    ("POST /sales", Needs("Sell")),
    ("POST /sales/quote", Needs("Sell")),
    ("GET /sales/{id}", Needs("ReadSales")),
    ("GET /sales/{id}/receipt.pdf", Needs("ReadSales")),
    ("GET /sales/{id}/receipt.txt", Needs("ReadSales")),
    ("POST /shift-closings", Needs("Sell")),
    ("POST /shift-openings", Needs("Sell")),
    ("GET /shifts", Needs("ReadBooks")),
    ("GET /shifts/{id}", Needs("ReadBooks")),
    ("POST /sign-in", Open),
    ("POST /sign-out", Session),
    ("GET /sites", Needs("ReadShop")),
    ("POST /sites", Needs("SetUpShop")),
    ("GET /sites/{id}", Needs("ReadShop")),
    ("GET /till", Needs("Sell")),
    ("POST /till-codes", Needs("ManageTills")),
    ("GET /till-inbox", Needs("ReadRepairs")),
    ("POST /till-revocations", Needs("ManageTills")),
    ("POST /till/approvals", Needs("Sell")),
    ("GET /till/shop", Needs("Sell")),
    ("GET /tills", Needs("ReadRepairs")),
    ("POST /tills", Needs("ManageTills")),
    ("GET /trial-balance", Needs("ReadBooks")),
];
